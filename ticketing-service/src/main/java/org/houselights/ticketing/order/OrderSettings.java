package org.houselights.ticketing.order;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How orders are charged and brought to their end.
 *
 * @param retryAfter how long after the first failed charge the same card is tried again, each longer than the one before; after the
 *     last of them only another card helps
 * @param chargeLease after how long without an outcome a charge is asked for again; longer than any call to the provider takes
 * @param askAgainAfter how long a charge or refund rests whose answer was lost
 * @param atOnce how many orders this instance works on at once, each with 0.1 MB of memory; when no place is left, a pre-sale that has
 *     less than its share of them still gets one, and whoever finds none is told to come back in three to five seconds
 * @param rounds how often this instance looks for orders to ticket, release, refund or drop, besides the wake-up on commit
 */
@Validated
@ConfigurationProperties("houselights.order")
record OrderSettings(
        @DefaultValue({"6h", "24h", "48h"}) @NotNull List<Duration> retryAfter,

        @DefaultValue("2m") @NotNull @DurationMin(seconds = 10)
        Duration chargeLease,

        @DefaultValue("30s") @NotNull @DurationMin(seconds = 1)
        Duration askAgainAfter,

        @DefaultValue("1000") @Min(1) int atOnce,

        @DefaultValue("1s") @NotNull @DurationMin(millis = 10)
        Duration rounds) {

    OrderSettings {
        retryAfter = List.copyOf(retryAfter);
        for (int i = 0; i < retryAfter.size(); i++) {
            if (retryAfter.get(i).compareTo(i == 0 ? Duration.ZERO : retryAfter.get(i - 1)) <= 0) {
                throw new IllegalArgumentException("houselights.order.retry-after must grow: " + retryAfter);
            }
        }
    }
}
