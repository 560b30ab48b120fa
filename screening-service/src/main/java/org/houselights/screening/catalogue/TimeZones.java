package org.houselights.screening.catalogue;

import java.time.ZoneId;
import org.houselights.web.Sentence;

/** Which time zones are those of a place. */
final class TimeZones {

    private TimeZones() {}

    static Sentence expected() {
        return Sentence.of("time-zone");
    }

    /** A fixed offset is none: no place keeps it for ever. */
    static boolean isPlace(ZoneId zone) {
        return zone.getId().contains("/") && ZoneId.getAvailableZoneIds().contains(zone.getId());
    }
}
