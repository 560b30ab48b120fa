package org.houselights.ticketing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentSettingsTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void without_a_word_the_provider_is_the_sandbox() {
        service.run(context -> assertThat(context.getBean(PaymentSettings.class).provider())
                .isEqualTo(PaymentSettings.Provider.SANDBOX));
    }

    @Test
    void a_provider_that_nobody_wrote_an_adapter_for_stops_the_start() {
        service.withPropertyValues("houselights.payment.provider=cash")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void a_negative_slowness_stops_the_start() {
        service.withPropertyValues("houselights.payment.sandbox.slowness=-1s")
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(PaymentSettings.class)
    static class Settings {}
}
