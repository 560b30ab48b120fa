package org.houselights.web;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/** What every service is given: a clock, rate limits and calls that take effect once. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@EnableConfigurationProperties({WebSettings.class, HouseSettings.class})
public class WebAutoConfiguration {

    /** Ticks in microseconds, as the databases keep times: what is told before a row is written is what is read from it later. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    ValidationConfigurationCustomizer requestValidation() {
        return validation -> validation
                .messageInterpolator(new ConstraintWords(validation.getDefaultMessageInterpolator()))
                .traversableResolver(new WholeObjects());
    }

    @Bean
    RateLimits rateLimits(WebSettings settings, Clock clock) {
        return new RateLimits(settings.limits(), clock);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(JdbcClient.class)
    @EnableScheduling
    static class WithDatabase {

        @Bean
        IdempotentCalls idempotentCalls(JdbcClient jdbc, JsonMapper json, Clock clock, WebSettings settings) {
            return new IdempotentCalls(jdbc, json, clock, settings.idempotencyLease());
        }

        @Bean
        @ConditionalOnMissingBean
        SessionRevocations sessionRevocations(JdbcClient jdbc) {
            return new KeptRevocations(jdbc);
        }

        @Bean
        Sweep webSweep(JdbcClient jdbc, Clock clock, WebSettings settings) {
            return new Sweep(jdbc, clock, settings);
        }
    }
}
