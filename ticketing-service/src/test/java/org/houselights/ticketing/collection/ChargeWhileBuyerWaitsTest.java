package org.houselights.ticketing.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.houselights.ticketing.collection.TroublesomeProvider.Trouble;
import org.houselights.ticketing.order.ChargeToMake;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.web.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChargeWhileBuyerWaitsTest {

    private static final ChargeToMake CHARGE = new ChargeToMake(
            UUID.randomUUID(), UUID.randomUUID(), 1, Money.of(2400, "USD"), "card", "order 1, attempt 1", false);

    private final CollectionSettings settings = TestSettings.impatientBuyers(Duration.ofMillis(300));
    private final ProviderPause pause = new ProviderPause(Clock.systemUTC(), settings);

    @Test
    void a_buyer_gets_the_answer_when_it_comes_in_time() {
        assertThat(charge(new TroublesomeProvider())).isInstanceOf(ChargeOutcome.Succeeded.class);
    }

    @Test
    void a_buyer_is_not_kept_longer_than_patience_lasts_and_the_money_is_taken_once() {
        TroublesomeProvider provider = new TroublesomeProvider(Trouble.HANGS);

        assertThat(charge(provider)).isEqualTo(new ChargeOutcome.Unknown());
        assertThat(provider.charges()).isEqualTo(1);
        assertThat(provider.calls()).containsExactly("charge");
    }

    @Test
    void a_buyer_without_patience_says_nothing_about_the_provider() {
        charge(new TroublesomeProvider(Trouble.HANGS));

        assertThat(pause.isOver()).isTrue();
    }

    private ChargeOutcome charge(TroublesomeProvider provider) {
        try (PatientProvider patient =
                        new PatientProvider(provider, pause, new PaymentCounters(new SimpleMeterRegistry()), settings);
                ChargeWhileBuyerWaits charge = new ChargeWhileBuyerWaits(patient, settings)) {
            return charge.charge(CHARGE);
        }
    }
}
