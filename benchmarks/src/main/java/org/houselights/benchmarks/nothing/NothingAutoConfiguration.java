package org.houselights.benchmarks.nothing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Adds an endpoint that does nothing: so fast can an endpoint of this server be. */
@AutoConfiguration
class NothingAutoConfiguration {

    @Bean
    NothingController nothing() {
        return new NothingController();
    }
}
