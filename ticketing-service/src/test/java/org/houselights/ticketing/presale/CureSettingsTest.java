package org.houselights.ticketing.presale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CureSettingsTest {

    private static final Instant REACHED = Instant.parse("2026-10-01T18:00:00Z");

    private final CureSettings settings =
            new CureSettings(Duration.ofHours(72), Duration.ofHours(24), Duration.ofHours(24));

    @ParameterizedTest(name = "{0} before the deadline: ends after {1}, because {2}")
    @CsvSource(textBlock = """
            P30D,   PT72H,    the whole period fits
            PT96H,  PT72H,    both ends fall together
            PT95H,  PT71H,    a day before the deadline comes first
            PT49H,  PT25H,    a day before the deadline comes first
            PT48H,  PT24H,    that is the shortest there is
            PT47H,  PT24H,    nobody gets less than a day
            PT1S,   PT24H,    nobody gets less than a day
            """)
    void the_cure_ends_72_hours_after_the_threshold_or_24_before_the_deadline_but_lasts_a_day(
            Duration untilDeadline, Duration length, String because) {
        assertThat(settings.endFor(REACHED, REACHED.plus(untilDeadline)))
                .as(because)
                .isEqualTo(REACHED.plus(length));
    }

    @Test
    void without_a_deadline_the_whole_period_is_given() {
        assertThat(settings.endFor(REACHED, null)).isEqualTo(REACHED.plus(settings.length()));
    }
}
