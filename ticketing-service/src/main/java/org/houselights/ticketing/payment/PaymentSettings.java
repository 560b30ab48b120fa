package org.houselights.ticketing.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who moves the money.
 *
 * @param provider the adapter in use; any other name stops the start
 * @param sandbox how the built-in provider behaves
 */
@Validated
@ConfigurationProperties("houselights.payment")
record PaymentSettings(
        @DefaultValue("sandbox") @NotNull Provider provider,
        @DefaultValue @Valid Sandbox sandbox) {

    enum Provider {
        SANDBOX
    }

    /** @param slowness how long the card {@code sandbox-slow} keeps its charges waiting for the answer */
    record Sandbox(@DefaultValue("5s") @NotNull @DurationMin Duration slowness) {}
}
