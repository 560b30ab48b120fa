package org.houselights.ticketing.collection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How charges and refunds are carried to the payment provider.
 *
 * @param poll how often each loop looks for what is due, besides the wake-up on every commit that made something due
 * @param concurrency how many charges and how many refunds of one instance are with the provider at once at most, and of cards to be
 *     forgotten a few
 * @param callTimeout how long one call to the provider may take before its answer counts as lost
 * @param buyerPatience how long a buyer who pays at once is kept waiting before the page says that the charge is under way
 * @param retries how many times a lost answer is asked for before the charge or refund is put off
 * @param retryFirst how long to wait before asking for it the first time; doubled each time
 * @param retryLongest the longest such wait
 * @param pauseFirst how long the loops stop taking on work after an answer that couldn't be had; doubled each time until the provider
 *     answers again
 * @param pauseLongest the longest such pause
 */
@Validated
@ConfigurationProperties("houselights.collection")
record CollectionSettings(
        @DefaultValue("1s") @NotNull @DurationMin(millis = 1)
        Duration poll,

        @DefaultValue("32") @Positive @Max(1000) int concurrency,

        @DefaultValue("10s") @NotNull @DurationMin(millis = 1)
        Duration callTimeout,

        @DefaultValue("8s") @NotNull @DurationMin(millis = 1)
        Duration buyerPatience,

        @DefaultValue("2") @PositiveOrZero @Max(10) int retries,

        @DefaultValue("200ms") @NotNull @DurationMin(millis = 1)
        Duration retryFirst,

        @DefaultValue("5s") @NotNull @DurationMin(millis = 1)
        Duration retryLongest,

        @DefaultValue("1s") @NotNull @DurationMin(millis = 1)
        Duration pauseFirst,

        @DefaultValue("1m") @NotNull @DurationMin(millis = 1)
        Duration pauseLongest) {}
