package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.houselights.testkit.MovableClock;
import org.houselights.web.WebSettings.Limit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RateLimitsTest {

    private final MovableClock clock = MovableClock.atPresent();
    private final RateLimits limits = new RateLimits(Map.of("knock", new Limit(2, Duration.ofHours(1))), clock);

    @Test
    void one_too_many_has_to_wait() {
        limits.take("knock", "ada");
        limits.take("knock", "ada");

        ProblemException refusal = refusal("ada");

        assertThat(refusal.status().value()).isEqualTo(429);
        assertThat(refusal.retryAfter()).hasValue(Duration.ofHours(1));
    }

    @Test
    void each_key_has_its_own_count_and_the_count_ends() {
        limits.take("knock", "ada");
        limits.take("knock", "ada");
        assertThatCode(() -> limits.take("knock", "bob")).doesNotThrowAnyException();

        clock.advance(Duration.ofHours(1));

        assertThatCode(() -> limits.take("knock", "ada")).doesNotThrowAnyException();
    }

    @Test
    void whoever_keeps_knocking_waits_no_longer_for_it() {
        limits.take("knock", "ada");
        limits.take("knock", "ada");
        assertThat(refusal("ada").retryAfter()).hasValue(Duration.ofHours(1));

        clock.advance(Duration.ofMinutes(50));

        assertThat(refusal("ada").retryAfter()).hasValue(Duration.ofMinutes(10));
    }

    @Test
    void crowds_that_have_gone_are_forgotten() {
        for (int visitor = 0; visitor < 100; visitor++) {
            limits.take("knock", "visitor " + visitor);
        }

        clock.advance(Duration.ofHours(1));
        limits.take("knock", "ada");

        assertThat(limits.counted()).isEqualTo(1);
    }

    @Test
    void a_crowd_without_end_takes_no_more_memory_than_a_large_one() {
        for (int visitor = 0; visitor < 2 * RateLimits.MOST; visitor++) {
            limits.take("knock", "visitor " + visitor);
        }

        assertThat(limits.counted()).isLessThanOrEqualTo(RateLimits.MOST);
    }

    @Test
    void many_at_once_get_no_more_than_there_is() {
        RateLimits wide = new RateLimits(Map.of("knock", new Limit(1000, Duration.ofHours(1))), clock);

        long refused = IntStream.range(0, 3000)
                .parallel()
                .filter(knock -> catchThrowable(() -> wide.take("knock", "ada")) != null)
                .count();

        assertThat(refused).isEqualTo(2000);
    }

    private ProblemException refusal(String key) {
        return catchThrowableOfType(ProblemException.class, () -> limits.take("knock", key));
    }
}
