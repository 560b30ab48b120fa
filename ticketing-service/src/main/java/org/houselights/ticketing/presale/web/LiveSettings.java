package org.houselights.ticketing.presale.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How pages are told of progress as it happens.
 *
 * @param interval how often this instance looks at the pre-sales that somebody is watching, all of them at once; nobody is told of
 *     one pre-sale more often
 * @param heartbeat after how long without news a reader is sent a sign of life, so that nothing on the way closes the line
 * @param patience after how long a reader is left who takes nothing of what is written
 * @param readers how many may watch on this instance at once; whoever comes after that sees what the page showed when it was loaded
 */
@Validated
@ConfigurationProperties("houselights.live")
record LiveSettings(
        @DefaultValue("200ms") @NotNull @DurationMin(millis = 100)
        Duration interval,

        @DefaultValue("15s") @NotNull @DurationMin(millis = 10)
        Duration heartbeat,

        @DefaultValue("20s") @NotNull @DurationMin(millis = 10)
        Duration patience,

        @DefaultValue("10000") @Positive int readers) {}
