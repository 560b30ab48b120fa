package org.houselights.screening;

import org.houselights.local.Postgres;
import org.houselights.testkit.Backbone;
import org.houselights.testkit.MovableClock;
import org.houselights.web.access.Badges;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.json.JsonMapper;

/** A database of its own, the clock, and the people and things that tests begin with. */
@TestConfiguration(proxyBeanMethods = false)
public class ServiceTestConfiguration {

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
        return new MovableClock(Town.START);
    }

    @Bean
    @Lazy
    Town town(Badges badges, JsonMapper json, JdbcClient jdbc, Environment environment) {
        return new Town(badges, json, jdbc, environment.getRequiredProperty("local.server.port", Integer.class));
    }
}
