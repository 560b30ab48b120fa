package org.houselights.ticketing.dashboard;

import java.time.Duration;
import java.time.Instant;
import org.houselights.ticketing.dashboard.Forecast.Outlook;
import org.houselights.ticketing.presale.PresaleStatus;
import org.jspecify.annotations.Nullable;

/** The one thing that helps a campaign most as it stands. */
enum Coaching {
    /** Nobody has pledged: ask people one by one. */
    ASK_THE_FIRST,
    /** As many people as tickets are missing: each brings one more. */
    BRING_ONE_MORE,
    /** The end is near: whoever hesitates decides now. */
    CALL_THE_LATE,
    /** Too slow: find somebody who brings a group. */
    FIND_A_GROUP,
    /** On course: keep it moving. */
    KEEP_GOING,
    /** The money is being collected, and some cards refuse. */
    MEND_CARDS,
    /** It takes place, and there are seats left. */
    FILL_THE_HOUSE,
    /** Nothing is left to do. */
    NONE;

    private static final Duration THE_END = Duration.ofDays(3);

    static Coaching of(
            PresaleStatus status,
            @Nullable Campaign campaign,
            @Nullable Forecast forecast,
            Standing standing,
            Instant now) {
        return switch (status) {
            case OPEN ->
                campaign == null || forecast == null ? NONE : pledging(campaign, forecast, standing.people(), now);
            case COLLECTING -> standing.failedCards() > 0 ? MEND_CARDS : KEEP_GOING;
            case SECURED -> standing.seatsLeft() > 0 ? FILL_THE_HOUSE : NONE;
            case SHORT, MISSED, CANCELLED, CLOSED -> NONE;
        };
    }

    private static Coaching pledging(Campaign campaign, Forecast forecast, int people, Instant now) {
        if (people == 0) {
            return ASK_THE_FIRST;
        }
        if (Duration.between(now, campaign.deadline()).compareTo(THE_END) <= 0) {
            return CALL_THE_LATE;
        }
        if (forecast.outlook() == Outlook.LIKELY) {
            return KEEP_GOING;
        }
        return campaign.ticketsToGo() <= people ? BRING_ONE_MORE : FIND_A_GROUP;
    }
}
