package org.houselights.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimingTest {

    /** Already tomorrow in Seoul. */
    private static final Instant NOW = Instant.parse("2026-11-20T18:20:30Z");

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Test
    void days_are_counted_on_the_calendar_of_the_venue() {
        assertThat(Timing.of("in 30 days at 19:30").after(NOW, SEOUL))
                .isEqualTo(LocalDateTime.of(2026, 12, 21, 19, 30));
    }

    @Test
    void hours_are_counted_from_now() {
        assertThat(Timing.of("in 9 hours").after(NOW, SEOUL)).isEqualTo(LocalDateTime.of(2026, 11, 21, 12, 20));
    }
}
