package org.houselights.ticketing.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.houselights.testkit.MovableClock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProviderPauseTest {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final MovableClock clock = MovableClock.atPresent();
    private final ProviderPause pause = new ProviderPause(clock, TestSettings.pausing(FIRST, LONGEST));

    @Test
    void there_is_none_to_begin_with() {
        assertThat(pause.isOver()).isTrue();
    }

    @Test
    void it_doubles_while_the_provider_stays_away_up_to_the_longest() {
        pause.unanswered();
        assertLasts(FIRST);

        pause.unanswered();
        assertLasts(FIRST.multipliedBy(2));

        pause.unanswered();
        assertLasts(LONGEST);

        pause.unanswered();
        assertLasts(LONGEST);
    }

    @Test
    void calls_that_fail_together_count_as_one() {
        pause.unanswered();
        pause.unanswered();
        pause.unanswered();

        assertLasts(FIRST);
    }

    @Test
    void an_answer_ends_it_and_the_next_one_is_short_again() {
        pause.unanswered();
        clock.advance(FIRST);
        pause.unanswered();

        pause.answered();

        assertThat(pause.isOver()).isTrue();
        pause.unanswered();
        assertLasts(FIRST);
    }

    private void assertLasts(Duration length) {
        clock.advance(length.minusMillis(1));
        assertThat(pause.isOver()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(pause.isOver()).isTrue();
    }
}
