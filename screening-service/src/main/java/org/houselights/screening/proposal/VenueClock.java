package org.houselights.screening.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * From the clocks of a venue to moments. A time that comes twice when summer time ends means the first of the two. A time
 * that clocks skip when summer time begins is refused where a person chose it; where it was only worked out, such as seven
 * days before the show, it moves on by as much as the clocks do.
 */
final class VenueClock {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

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
        return local.getYear() >= FIRST_YEAR && local.getYear() <= LAST_YEAR;
    }

    /** The moment itself, or one no show lies beyond: the database keeps none that are much further away. */
    static Instant nearest(Instant moment) {
        Instant first = startOf(FIRST_YEAR - 1);
        Instant last = startOf(LAST_YEAR + 2);
        return moment.isBefore(first) ? first : moment.isAfter(last) ? last : moment;
    }

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
