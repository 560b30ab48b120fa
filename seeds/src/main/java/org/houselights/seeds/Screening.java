package org.houselights.seeds;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A screening with all that is done to it. It refers to everything by name.
 *
 * @param licence the kind of the film's licence, which must have one of that kind for the venue
 * @param host by address
 * @param starts on the venue's clocks
 * @param deadline as the house works it out unless told
 * @param decision of the film's company; none while it waits
 * @param reason for the decision, which it must have unless it is an approval
 * @param cancelled why the host calls it off once pledges are in; none if it goes on
 * @param pledges in their order, for an approved screening
 */
public record Screening(
        UUID id,
        String film,
        Licence.Kind licence,
        String venue,
        String auditorium,
        String host,
        Timing starts,
        @Nullable Timing deadline,
        Amount price,
        @Nullable Amount concessionPrice,
        @Nullable Amount payWhatYouCanFloor,
        int capacity,
        @Nullable Amount fixedCosts,
        @Nullable Integer minimumTickets,
        @Nullable String message,
        @Nullable Decision decision,
        @Nullable String reason,
        @Nullable String cancelled,
        List<Pledge> pledges) {

    /** What a distributor says. */
    public enum Decision {
        APPROVED,
        CHANGES_REQUESTED,
        DECLINED
    }

    /**
     * What somebody wants to pay for; under a licence without a threshold it is a purchase.
     *
     * @param buyer by address
     * @param card of the payment sandbox, one that is accepted unless told
     */
    public record Pledge(
            String buyer, Tickets tickets, @Nullable String card) {}

    int seatsPledged() {
        return pledges.stream().mapToInt(pledge -> pledge.tickets().seats()).sum();
    }
}
