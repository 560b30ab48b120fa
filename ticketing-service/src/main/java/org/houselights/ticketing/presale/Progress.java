package org.houselights.ticketing.presale;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far a pre-sale has come, as its pages tell it.
 *
 * @param toGo how many more tickets at full price make the screening go ahead; 0 once they are pledged
 * @param deadline until when they have to be; null without a threshold
 * @param zone on whose clocks the deadline is told
 */
public record Progress(
        UUID screeningId,
        Phase phase,
        Money goal,
        Money pledged,
        Money collected,
        int toGo,
        int seatsLeft,
        int wheelchairPlacesLeft,
        @Nullable Instant deadline,
        ZoneId zone) {

    /** What a visitor can do and expect. */
    public enum Phase {
        /** Tickets are pledged, and nobody is charged. */
        PLEDGING,
        /** Tickets are bought while the pledges are being charged. */
        COLLECTING,
        /** The screening goes ahead: tickets are bought. */
        SECURED,
        /** No place is left. */
        SOLD_OUT,
        /** Too late to order; what becomes of it isn't decided yet, or the show has begun. */
        OVER,
        /** Too few cards could be charged: everyone gets their money back. */
        SHORT,
        MISSED,
        CANCELLED,
        /** The show took place. */
        CLOSED;

        public boolean sells() {
            return this == PLEDGING || charges();
        }

        /** Whether an order is charged at once. */
        public boolean charges() {
            return this == COLLECTING || this == SECURED;
        }
    }

    /** Of the goal that is pledged, from 0 to 1. */
    public double share() {
        return goal.minorUnits() == 0 || phase == Phase.SECURED
                ? 1
                : Math.min(1, (double) pledged.minorUnits() / goal.minorUnits());
    }

    public static Progress of(Presale presale, Instant now) {
        PresaleFacts facts = presale.facts();
        return new Progress(
                presale.screeningId(),
                phase(presale, facts, now),
                facts.goal(),
                facts.pledged(),
                facts.collected(),
                toGo(facts, presale.prices().full().minorUnits()),
                seatsLeft(facts),
                facts.wheelchairPlaces() - facts.wheelchairsTaken(),
                facts.deadline(),
                presale.show().zone());
    }

    private static Phase phase(Presale presale, PresaleFacts facts, Instant now) {
        return switch (facts.status()) {
            case OPEN, COLLECTING, SECURED -> selling(presale, facts, now);
            case SHORT -> Phase.SHORT;
            case MISSED -> Phase.MISSED;
            case CANCELLED -> Phase.CANCELLED;
            case CLOSED -> Phase.CLOSED;
        };
    }

    private static Phase selling(Presale presale, PresaleFacts facts, Instant now) {
        if (!presale.sells(now)) {
            return Phase.OVER;
        }
        if (seatsLeft(facts) == 0 && facts.wheelchairsTaken() == facts.wheelchairPlaces()) {
            return Phase.SOLD_OUT;
        }
        return switch (facts.status()) {
            case OPEN -> Phase.PLEDGING;
            case COLLECTING -> Phase.COLLECTING;
            default -> Phase.SECURED;
        };
    }

    private static int seatsLeft(PresaleFacts facts) {
        return facts.capacity() - facts.taken();
    }

    private static int toGo(PresaleFacts facts, long price) {
        long missing = facts.goal().minorUnits() - facts.pledged().minorUnits();
        return missing <= 0 ? 0 : Math.toIntExact(Math.ceilDiv(missing, price));
    }
}
