package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VenueClockTest {

    @ParameterizedTest
    @CsvSource({
        "2027-02-10T19:30, America/New_York, 2027-02-11T00:30:00Z",
        "2027-07-10T19:30, America/New_York, 2027-07-10T23:30:00Z",
        "2027-02-10T19:30, Asia/Seoul, 2027-02-10T10:30:00Z",
        // A quarter of an hour apart from everybody else.
        "2027-02-10T19:30, Asia/Kathmandu, 2027-02-10T13:45:00Z"
    })
    void a_time_is_on_the_clocks_of_the_venue(LocalDateTime local, ZoneId zone, Instant moment) {
        assertThat(VenueClock.instant(local, zone)).isEqualTo(moment);
        assertThat(VenueClock.local(moment, zone)).isEqualTo(local);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-11-07T01:30, America/New_York, 2027-11-07T05:30:00Z",
        "2027-10-31T01:30, Europe/London, 2027-10-31T00:30:00Z",
        // Half an hour of overlap only.
        "2027-04-04T01:45, Australia/Lord_Howe, 2027-04-03T14:45:00Z"
    })
    void of_a_time_that_comes_twice_the_first_is_meant(LocalDateTime local, ZoneId zone, Instant first) {
        assertThat(VenueClock.instant(local, zone)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-14T01:59, America/New_York, false",
        "2027-03-14T02:00, America/New_York, true",
        "2027-03-14T02:59, America/New_York, true",
        "2027-03-14T03:00, America/New_York, false",
        "2027-03-28T01:30, Europe/London, true",
        // Samoa went without the whole day.
        "2011-12-30T19:30, Pacific/Apia, true"
    })
    void a_time_that_clocks_skip_is_known(LocalDateTime local, ZoneId zone, boolean skipped) {
        assertThat(VenueClock.skips(local, zone)).isEqualTo(skipped);
    }

    @Test
    void a_time_that_is_only_worked_out_moves_on_with_the_clocks() {
        Instant moved = VenueClock.instant(LocalDateTime.parse("2027-03-14T02:30"), ZoneId.of("America/New_York"));

        assertThat(moved).isEqualTo(Instant.parse("2027-03-14T07:30:00Z"));
    }

    @Test
    void seconds_do_not_count() {
        ZoneId zone = ZoneId.of("America/New_York");

        assertThat(VenueClock.instant(LocalDateTime.parse("2027-02-10T19:30:59.999"), zone))
                .isEqualTo(VenueClock.instant(LocalDateTime.parse("2027-02-10T19:30"), zone));
    }
}
