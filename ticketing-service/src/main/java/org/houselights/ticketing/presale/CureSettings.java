package org.houselights.ticketing.presale;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a pre-sale that reached its threshold may take to collect the money.
 *
 * @param length from the threshold to the end of the cure period
 * @param beforeDeadline the cure period ends at least this long before the deadline,
 * @param atLeast but never earlier than this after the threshold, so that a pre-sale which makes it on its last day still has the
 *     time to charge its pledges
 */
@Validated
@ConfigurationProperties("houselights.presale.cure")
public record CureSettings(
        @DefaultValue("72h") @NotNull @DurationMin(minutes = 1)
        Duration length,

        @DefaultValue("24h") @NotNull Duration beforeDeadline,

        @DefaultValue("24h") @NotNull @DurationMin(minutes = 1)
        Duration atLeast) {

    Instant endFor(Instant reachedAt, @Nullable Instant deadline) {
        Instant end = reachedAt.plus(length);
        if (deadline != null && deadline.minus(beforeDeadline).isBefore(end)) {
            end = deadline.minus(beforeDeadline);
        }
        Instant earliest = reachedAt.plus(atLeast);
        return end.isBefore(earliest) ? earliest : end;
    }
}
