package org.houselights.ticketing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.houselights.ticketing.payment.ChargeOutcome.Declined;
import org.houselights.ticketing.payment.ChargeOutcome.Succeeded;
import org.houselights.ticketing.payment.ChargeOutcome.Unknown;
import org.houselights.web.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What every adapter keeps to. An adapter's own test extends this and names its provider's test cards. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class PaymentProviderContract {

    private static final Money PRICE = Money.of(2400, "USD");
    private static final int AT_ONCE = 32;

    abstract PaymentProvider provider();

    abstract String acceptedToken();

    abstract String refusedToken();

    abstract String declinedLaterToken();

    abstract String needsActionToken();

    /** Of a card whose charge takes the money while the answer doesn't arrive. */
    abstract String lostAnswerToken();

    @Test
    void a_saved_card_can_be_recognised_by_its_owner() {
        SavedCard card = provider().saveCard(acceptedToken());

        assertThat(card.reference()).isNotBlank().hasSizeLessThanOrEqualTo(200);
        assertThat(card.brand()).isNotBlank();
        assertThat(card.last4()).matches("\\d{4}");
    }

    @Test
    void a_card_that_its_bank_refuses_is_not_saved() {
        assertThatThrownBy(() -> provider().saveCard(refusedToken())).isInstanceOf(CardRefused.class);
    }

    @Test
    void a_token_that_nobody_gave_out_is_refused() {
        assertThatThrownBy(() -> provider().saveCard("4242424242424242")).isInstanceOf(CardRefused.class);
    }

    @Test
    void a_charge_takes_the_money_and_has_a_name() {
        assertThat(provider().charge(chargeOf(acceptedToken())))
                .isInstanceOfSatisfying(
                        Succeeded.class, taken -> assertThat(taken.reference()).isNotBlank());
    }

    @Test
    void the_same_charge_under_the_same_key_gets_the_same_answer() {
        ChargeRequest request = chargeOf(acceptedToken());

        assertThat(provider().charge(request)).isEqualTo(provider().charge(request));
    }

    @Test
    void callers_with_one_key_at_the_same_time_make_one_charge() throws Exception {
        ChargeRequest request = chargeOf(acceptedToken());

        List<ChargeOutcome> answers = atOnce(() -> provider().charge(request));

        assertThat(answers).hasSize(AT_ONCE).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).isInstanceOf(Succeeded.class);
    }

    @Test
    void a_key_is_good_for_one_amount() {
        ChargeRequest request = chargeOf(acceptedToken());
        provider().charge(request);

        ChargeRequest other =
                new ChargeRequest(request.idempotencyKey(), request.card(), Money.of(2500, "USD"), request.orderId());

        assertThatThrownBy(() -> provider().charge(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_is_good_for_one_card() {
        ChargeRequest request = chargeOf(acceptedToken());
        provider().charge(request);

        ChargeRequest other =
                new ChargeRequest(request.idempotencyKey(), saved(acceptedToken()), PRICE, request.orderId());

        assertThatThrownBy(() -> provider().charge(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_declined_charge_says_why_and_stays_declined() {
        ChargeRequest request = chargeOf(declinedLaterToken());

        ChargeOutcome answer = provider().charge(request);

        assertThat(answer).isInstanceOfSatisfying(Declined.class, declined -> {
            assertThat(declined.reason()).isNotBlank();
            assertThat(declined.needsAction()).isFalse();
        });
        assertThat(provider().charge(request)).isEqualTo(answer);
    }

    @Test
    void a_charge_that_needs_its_owner_says_so() {
        assertThat(provider().charge(chargeOf(needsActionToken())))
                .isInstanceOfSatisfying(
                        Declined.class,
                        declined -> assertThat(declined.needsAction()).isTrue());
    }

    @Test
    void a_charge_can_be_looked_up_by_its_key() {
        ChargeRequest taken = chargeOf(acceptedToken());
        ChargeRequest declined = chargeOf(declinedLaterToken());
        ChargeOutcome takenAnswer = provider().charge(taken);
        ChargeOutcome declinedAnswer = provider().charge(declined);

        assertThat(provider().lookUp(taken.idempotencyKey())).contains(takenAnswer);
        assertThat(provider().lookUp(declined.idempotencyKey())).contains(declinedAnswer);
    }

    @Test
    void looking_up_a_key_that_was_never_used_finds_nothing() {
        assertThat(provider().lookUp(newKey())).isEmpty();
    }

    @Test
    void a_lost_answer_is_found_by_looking_up() {
        ChargeRequest request = chargeOf(lostAnswerToken());

        assertThat(provider().charge(request)).isEqualTo(new Unknown());

        assertThat(provider().lookUp(request.idempotencyKey())).get().isInstanceOf(Succeeded.class);
    }

    @Test
    void a_lost_answer_is_found_by_charging_again_with_the_same_key() {
        ChargeRequest request = chargeOf(lostAnswerToken());
        provider().charge(request);

        ChargeOutcome again = provider().charge(request);

        assertThat(provider().lookUp(request.idempotencyKey())).contains(again);
    }

    @Test
    void a_forgotten_card_is_not_charged() {
        String card = saved(acceptedToken());

        provider().forget(card);

        assertThat(provider().charge(new ChargeRequest(newKey(), card, PRICE, UUID.randomUUID())))
                .isInstanceOf(Declined.class);
    }

    @Test
    void forgetting_a_card_twice_does_nothing_more_and_leaves_other_cards_alone() {
        String card = saved(acceptedToken());
        provider().forget(card);
        provider().forget(card);

        assertThat(provider().charge(chargeOf(acceptedToken()))).isInstanceOf(Succeeded.class);
    }

    @Test
    void a_charge_can_be_given_back() {
        assertThat(provider().refund(new RefundRequest(newKey(), taken(), PRICE)))
                .isInstanceOfSatisfying(
                        RefundOutcome.Succeeded.class,
                        given -> assertThat(given.reference()).isNotBlank());
    }

    @Test
    void the_same_refund_under_the_same_key_is_given_once() {
        RefundRequest request = new RefundRequest(newKey(), taken(), PRICE);

        assertThat(provider().refund(request)).isEqualTo(provider().refund(request));
    }

    @Test
    void a_charge_is_given_back_in_parts_up_to_what_was_taken() {
        String charge = taken();

        assertThat(provider().refund(new RefundRequest(newKey(), charge, Money.of(2000, "USD"))))
                .isInstanceOf(RefundOutcome.Succeeded.class);
        assertThat(provider().refund(new RefundRequest(newKey(), charge, Money.of(401, "USD"))))
                .isInstanceOf(RefundOutcome.Refused.class);
        assertThat(provider().refund(new RefundRequest(newKey(), charge, Money.of(400, "USD"))))
                .isInstanceOf(RefundOutcome.Succeeded.class);
    }

    @Test
    void refunds_under_different_keys_at_the_same_time_never_exceed_the_charge() throws Exception {
        String charge = taken();

        List<RefundOutcome> answers = atOnce(() -> provider().refund(new RefundRequest(newKey(), charge, PRICE)));

        assertThat(answers)
                .filteredOn(RefundOutcome.Succeeded.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_refund_key_is_good_for_one_amount() {
        String charge = taken();
        String key = newKey();
        provider().refund(new RefundRequest(key, charge, Money.of(400, "USD")));

        assertThatThrownBy(() -> provider().refund(new RefundRequest(key, charge, Money.of(500, "USD"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_charge_that_nobody_made_is_not_given_back() {
        assertThat(provider().refund(new RefundRequest(newKey(), "nothing", PRICE)))
                .isInstanceOf(RefundOutcome.Refused.class);
    }

    @Test
    void a_provider_is_never_called_inside_a_database_transaction() {
        ChargeRequest charge = chargeOf(acceptedToken());
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> provider().charge(charge)).isInstanceOf(IllegalTransactionStateException.class);
            assertThatThrownBy(() -> provider().saveCard(acceptedToken()))
                    .isInstanceOf(IllegalTransactionStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(provider().lookUp(charge.idempotencyKey())).isEmpty();
    }

    final ChargeRequest chargeOf(String token) {
        return new ChargeRequest(newKey(), saved(token), PRICE, UUID.randomUUID());
    }

    private String saved(String token) {
        return provider().saveCard(token).reference();
    }

    private String taken() {
        return ((Succeeded) provider().charge(chargeOf(acceptedToken()))).reference();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static <T> List<T> atOnce(Callable<T> call) throws InterruptedException, ExecutionException {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = callers.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(_ -> call).toList());
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
