package org.houselights.journeys.clock;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Takes the place of the clock that a service has by itself. */
@AutoConfiguration(beforeName = "org.houselights.web.WebAutoConfiguration")
class MovedClockAutoConfiguration {

    @Bean
    Clock movedClock(@Value("${houselights.journeys.clock}") Path file) {
        return MovedClock.sharedBy(file);
    }
}
