package org.houselights.screening.catalogue;

import java.time.ZoneId;

/** Which time zones are those of a place. */
final class TimeZones {

    static final String EXPECTED = "must be the time zone of a place, such as America/New_York";

    private TimeZones() {}

    /** A fixed offset is none: no place keeps it for ever. */
    static boolean isPlace(ZoneId zone) {
        return zone.getId().contains("/") && ZoneId.getAvailableZoneIds().contains(zone.getId());
    }
}
