package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
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

        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> limits.take("knock", "ada"));

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
}
