package org.houselights.ticketing;

import java.time.Instant;
import org.houselights.local.Postgres;
import org.houselights.testkit.Backbone;
import org.houselights.testkit.MovableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A database of its own and the clock. */
@TestConfiguration(proxyBeanMethods = false)
public class TicketingTestConfiguration {

    /** A Monday morning in New York. */
    public static final Instant START = Instant.parse("2026-09-07T13:00:00Z");

    @Bean
    DynamicPropertyRegistrar database() {
        Postgres.Database database = Backbone.newDatabase();
        return properties -> {
            properties.add("spring.datasource.url", database::url);
            properties.add("spring.datasource.username", database::username);
            properties.add("spring.datasource.password", database::password);
        };
    }

    @Bean
    MovableClock clock() {
        return new MovableClock(START);
    }
}
