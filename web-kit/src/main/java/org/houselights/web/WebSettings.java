package org.houselights.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the web face of a service behaves.
 *
 * @param bodyLimit the largest request body that is read
 * @param idempotencyLease how long a call under an {@code Idempotency-Key} may run before a repetition takes it over
 * @param idempotencyRetention how long the answer of such a call is kept for repetitions
 * @param revocationRetention how long a revocation is remembered; longer than the longest life of a token
 * @param sweepInterval how often answers and revocations past their time are deleted
 * @param limits rate limits by name; each is counted in the memory of one instance, so N instances allow up to N times as much
 */
@Validated
@ConfigurationProperties("houselights.web")
public record WebSettings(
        @DefaultValue("1MB") @NotNull DataSize bodyLimit,
        @DefaultValue("1m") @NotNull Duration idempotencyLease,
        @DefaultValue("48h") @NotNull Duration idempotencyRetention,
        @DefaultValue("1h") @NotNull Duration revocationRetention,
        @DefaultValue("10m") @NotNull Duration sweepInterval,
        @DefaultValue @NotNull Map<String, @Valid Limit> limits) {

    public WebSettings {
        limits = Map.copyOf(limits);
    }

    /**
     * How often something may happen for one key, such as one network or one address.
     *
     * @param permits how many times
     * @param per in how long; the count starts with the first time
     */
    public record Limit(@Positive int permits, @NotNull Duration per) {}
}
