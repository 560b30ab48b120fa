package org.houselights.screening.proposal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * From the clocks of a venue to moments. A time that comes twice when summer time ends means the first of the two. A time
 * that clocks skip when summer time begins is refused where a person chose it; where it was only worked out, such as seven
 * days before the show, it moves on by as much as the clocks do.
 */
final class VenueClock {

    private VenueClock() {}

    static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.truncatedTo(ChronoUnit.MINUTES).atZone(zone).toInstant();
    }

    static LocalDateTime local(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    static boolean skips(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).isEmpty();
    }

    /** Leaves room on both sides for everything that is worked out from a time. */
    static boolean canShow(LocalDateTime local) {
        return local.getYear() >= 2000 && local.getYear() < 3000;
    }
}
