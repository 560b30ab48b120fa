package org.houselights.ticketing.presale;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.ZoneId;
import tools.jackson.databind.json.JsonMapper;

/** What pages and buyers are told of the show itself, read from the screening's snapshot. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Show(Film film, Host host, Venue venue, Instant startsAt, Instant endsAt) {

    /** @param snapshot as the screening's service gave it */
    static Show of(String snapshot) {
        return JsonMapper.shared().readValue(snapshot, Show.class);
    }

    /** Where it is, in one line. */
    public String place() {
        return "%s, %s, %s".formatted(venue.name(), venue.address(), venue.city());
    }

    public ZoneId zone() {
        return venue.timeZone();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Film(String title, int runtimeMinutes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Host(String name) {}

    /** @param timeZone on whose clocks every time of the show is told */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Venue(String name, String auditorium, String address, String city, ZoneId timeZone) {}
}
