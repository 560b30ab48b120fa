package org.houselights.ticketing.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.houselights.ticketing.collection.TroublesomeProvider.Trouble;
import org.houselights.ticketing.order.ChargeToMake;
import org.houselights.ticketing.order.RefundToMake;
import org.houselights.ticketing.payment.CardRefused;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.ticketing.payment.ProviderUnreachable;
import org.houselights.ticketing.payment.RefundOutcome;
import org.houselights.web.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PatientProviderTest {

    private static final CollectionSettings SETTINGS =
            TestSettings.pausing(Duration.ofMinutes(1), Duration.ofMinutes(1));

    private static final UUID ORDER = UUID.randomUUID();
    private static final UUID SCREENING = UUID.randomUUID();
    private static final Money PRICE = Money.of(2400, "USD");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ProviderPause pause = new ProviderPause(Clock.systemUTC(), SETTINGS);

    @Test
    void an_answer_is_taken_as_it_is() {
        TroublesomeProvider provider = new TroublesomeProvider();

        assertThat(charge(provider, false)).isEqualTo(new ChargeOutcome.Succeeded("charge order 1, attempt 1"));
        assertThat(provider.calls()).containsExactly("charge");
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void a_charge_whose_answer_is_lost_is_looked_up_and_made_once(Trouble trouble) {
        TroublesomeProvider provider = new TroublesomeProvider(trouble);

        assertThat(charge(provider, false)).isInstanceOf(ChargeOutcome.Succeeded.class);

        assertThat(provider.charges()).isEqualTo(1);
        assertThat(provider.calls()).startsWith("charge", "lookUp");
        assertThat(pause.isOver()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void an_answer_to_a_look_up_can_be_lost_as_well(Trouble trouble) {
        TroublesomeProvider provider = new TroublesomeProvider(Trouble.ANSWER_LOST, trouble);

        assertThat(charge(provider, false)).isInstanceOf(ChargeOutcome.Succeeded.class);

        assertThat(provider.charges()).isEqualTo(1);
        assertThat(provider.calls()).containsExactly("charge", "lookUp", "lookUp");
    }

    @Test
    void an_attempt_that_may_have_been_sent_before_is_looked_up_first() {
        TroublesomeProvider provider = new TroublesomeProvider();
        charge(provider, false);

        ChargeOutcome again = charge(provider, true);

        assertThat(again).isInstanceOf(ChargeOutcome.Succeeded.class);
        assertThat(provider.calls()).containsExactly("charge", "lookUp");
    }

    @Test
    void an_attempt_that_never_arrived_is_charged_after_the_look_up() {
        TroublesomeProvider provider = new TroublesomeProvider();

        assertThat(charge(provider, true)).isInstanceOf(ChargeOutcome.Succeeded.class);
        assertThat(provider.calls()).containsExactly("lookUp", "charge");
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void when_patience_ends_the_outcome_is_unknown_and_a_pause_begins(Trouble trouble) {
        TroublesomeProvider provider = new TroublesomeProvider(trouble, trouble, trouble, trouble, trouble, trouble);

        assertThat(charge(provider, false)).isEqualTo(new ChargeOutcome.Unknown());
        assertThat(pause.isOver()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void a_refund_whose_answer_is_lost_is_asked_for_again_and_given_once(Trouble trouble) {
        TroublesomeProvider provider = new TroublesomeProvider(trouble);

        assertThat(refund(provider)).isInstanceOf(RefundOutcome.Succeeded.class);
        assertThat(provider.refunds()).isEqualTo(1);
        assertThat(provider.calls()).containsExactly("refund", "refund");
    }

    @Test
    void a_refund_nobody_answers_is_unknown() {
        TroublesomeProvider provider = new TroublesomeProvider(Trouble.UNREACHED, Trouble.UNREACHED, Trouble.UNREACHED);

        assertThat(refund(provider)).isEqualTo(new RefundOutcome.Unknown());
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void a_card_is_forgotten_within_the_limit_or_left_for_later(Trouble trouble) {
        TroublesomeProvider troubled = new TroublesomeProvider(trouble);
        TroublesomeProvider away = new TroublesomeProvider(trouble, trouble, trouble);

        assertThat(forget(troubled)).isTrue();
        assertThat(troubled.calls()).containsExactly("forget", "forget");
        assertThat(forget(away)).isFalse();
        assertThat(pause.isOver()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void a_buyer_whose_card_is_not_saved_within_the_limit_is_asked_to_try_again(Trouble trouble) {
        TroublesomeProvider provider = new TroublesomeProvider(trouble);

        try (PatientProvider patient = patient(provider)) {
            assertThatThrownBy(() -> patient.save("card")).isInstanceOf(ProviderUnreachable.class);
            assertThat(patient.save("card").reference()).isEqualTo("card");
        }
    }

    @Test
    void a_buyer_whose_card_is_refused_is_told_why() {
        try (PatientProvider patient = patient(new TroublesomeProvider())) {
            assertThatThrownBy(() -> patient.save(TroublesomeProvider.REFUSED))
                    .isInstanceOf(CardRefused.class)
                    .hasMessage("This card is no good.");
        }
    }

    @Test
    void an_answer_ends_the_pause() {
        pause.unanswered();

        charge(new TroublesomeProvider(), false);

        assertThat(pause.isOver()).isTrue();
    }

    @Test
    void what_became_of_charges_and_refunds_is_counted() {
        charge(new TroublesomeProvider(), false);
        charge(new TroublesomeProvider(Trouble.UNREACHED, Trouble.UNREACHED, Trouble.UNREACHED), false);
        refund(new TroublesomeProvider());

        assertThat(meters.get("payment.charges")
                        .tag("outcome", "succeeded")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("payment.charges")
                        .tag("outcome", "unknown")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("payment.refunds")
                        .tag("outcome", "succeeded")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private ChargeOutcome charge(TroublesomeProvider provider, boolean again) {
        try (PatientProvider patient = patient(provider)) {
            return patient.charge(new ChargeToMake(ORDER, SCREENING, 1, PRICE, "card", "order 1, attempt 1", again));
        }
    }

    private RefundOutcome refund(TroublesomeProvider provider) {
        try (PatientProvider patient = patient(provider)) {
            return patient.refund(new RefundToMake(ORDER, "charge", PRICE, "order 1, refund"));
        }
    }

    private boolean forget(TroublesomeProvider provider) {
        try (PatientProvider patient = patient(provider)) {
            return patient.forget("card");
        }
    }

    private PatientProvider patient(TroublesomeProvider provider) {
        return new PatientProvider(provider, pause, new PaymentCounters(meters), SETTINGS);
    }
}
