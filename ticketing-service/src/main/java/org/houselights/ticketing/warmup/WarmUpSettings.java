package org.houselights.ticketing.warmup;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How an instance readies itself.
 *
 * @param time how long it orders from itself before it says that it is ready; a minute at most, and zero for not at all
 */
@Validated
@ConfigurationProperties("houselights.warm-up")
record WarmUpSettings(
        @DefaultValue("3s") @NotNull @DurationMin @DurationMax(minutes = 1)
        Duration time) {}
