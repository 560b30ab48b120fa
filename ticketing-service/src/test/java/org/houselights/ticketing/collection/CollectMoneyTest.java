package org.houselights.ticketing.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.houselights.testkit.MovableClock;
import org.houselights.testkit.OnBackbone;
import org.houselights.ticketing.order.ChargeToMake;
import org.houselights.ticketing.order.ClaimCardsToForget;
import org.houselights.ticketing.order.ClaimCharges;
import org.houselights.ticketing.order.ClaimRefunds;
import org.houselights.ticketing.order.RecordChargeOutcome;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.ticketing.payment.ChargeRequest;
import org.houselights.ticketing.payment.PaymentProvider;
import org.houselights.ticketing.payment.SavedCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The money of whole pre-sales, collected by the real loops from the real tables through a network that fails. */
@OnBackbone
@SpringBootTest(
        properties = {
            "houselights.link-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "houselights.collection.poll=50ms",
            "houselights.collection.concurrency=8",
            "houselights.collection.retry-first=1ms",
            "houselights.payment.sandbox.slowness=3s"
        })
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CollectMoneyTest {

    /** Longer than any lease, pause or rest after a lost answer. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MovableClock clock;

    @Autowired
    private WatchedProvider provider;

    @Autowired
    private ProviderPause pause;

    @Autowired
    private ClaimCharges claimCharges;

    @Autowired
    private RecordChargeOutcome recordOutcome;

    @Autowired
    private CollectCharge collect;

    @Autowired
    private ClaimRefunds claimRefunds;

    @Autowired
    private GiveRefund giveRefund;

    @Autowired
    private ClaimCardsToForget claimCards;

    @Autowired
    private ForgetCard forgetCard;

    @Autowired
    private MeterRegistry meters;

    private CollectingPresale presale;

    @BeforeEach
    void reachTheThreshold() {
        provider.forgetWhatWasSent();
        presale = new CollectingPresale(jdbc, provider, clock.instant());
    }

    @AfterEach
    void mend() {
        provider.mend();
        pause.answered();
    }

    @Test
    void every_card_ends_as_its_bank_decides() {
        UUID accepted = presale.pledge("sandbox-accepted");
        UUID declined = presale.pledge("sandbox-declined-later");
        UUID needsAction = presale.pledge("sandbox-needs-action");
        UUID lostAnswer = presale.pledge("sandbox-unreachable");

        await().until(() -> presale.ordersThatAre("PAID") == 2 && presale.ordersThatAre("PAYMENT_FAILED") == 2);

        assertThat(presale.statusOf(accepted)).isEqualTo("PAID");
        assertThat(presale.statusOf(declined)).isEqualTo("PAYMENT_FAILED");
        assertThat(presale.statusOf(needsAction)).isEqualTo("PAYMENT_FAILED");
        assertThat(presale.statusOf(lostAnswer)).isEqualTo("PAID");
        assertThat(presale.chargesOf(lostAnswer)).isEqualTo(1);
        assertThat(presale.collected()).isEqualTo(2 * CollectingPresale.PRICE);
    }

    @Test
    void two_collectors_at_once_charge_each_order_once() {
        try (PaymentLoops _ = new PaymentLoops(
                claimCharges, collect, claimRefunds, giveRefund, claimCards, forgetCard, pause, TestSettings.quick())) {
            presale.pledges(150, "sandbox-accepted");

            await().atMost(Duration.ofSeconds(30)).until(() -> presale.ordersThatAre("PAID") == 150);
        }

        assertThat(provider.charged()).hasSize(150).doesNotHaveDuplicates();
        assertThat(presale.moneyWithUs()).isEqualTo(150 * CollectingPresale.PRICE);
        assertThat(presale.collected()).isEqualTo(150 * CollectingPresale.PRICE);
    }

    @Test
    void slow_banks_keep_nobody_else_waiting() {
        List<UUID> slow = presale.pledges(3, "sandbox-slow");
        presale.pledges(30, "sandbox-accepted");

        await().until(() -> presale.ordersThatAre("PAID") == 30);

        assertThat(slow).allSatisfy(order -> assertThat(presale.statusOf(order)).isEqualTo("CHARGING"));
        await().until(() -> presale.ordersThatAre("PAID") == 33);
    }

    @Test
    void after_a_crash_between_intent_and_call_the_charge_is_made_under_the_same_key() {
        ChargeToMake charge = claimAndCrash();

        clock.advance(LONG_ENOUGH);

        await().until(() -> presale.ordersThatAre("PAID") == 1);
        assertThat(provider.charged()).containsExactly(charge.idempotencyKey());
    }

    @Test
    void after_a_crash_between_answer_and_record_the_charge_is_found_and_not_made_again() {
        ChargeToMake charge = claimAndCrash();
        provider.charge(new ChargeRequest(charge.idempotencyKey(), charge.card(), charge.amount(), charge.orderId()));

        clock.advance(LONG_ENOUGH);

        await().until(() -> presale.ordersThatAre("PAID") == 1);
        assertThat(provider.charged()).containsExactly(charge.idempotencyKey());
        assertThat(presale.moneyWithUs()).isEqualTo(CollectingPresale.PRICE);
    }

    @Test
    void an_outcome_recorded_twice_counts_once() {
        ChargeToMake charge = claimAndCrash();
        ChargeOutcome taken = provider.charge(
                new ChargeRequest(charge.idempotencyKey(), charge.card(), charge.amount(), charge.orderId()));

        recordOutcome.record(charge.screeningId(), charge.orderId(), charge.attempt(), taken);
        recordOutcome.record(charge.screeningId(), charge.orderId(), charge.attempt(), taken);

        assertThat(presale.collected()).isEqualTo(CollectingPresale.PRICE);
    }

    @Test
    void a_provider_that_is_away_is_spared_and_everything_is_collected_when_it_is_back() {
        provider.cut();
        presale.pledges(40, "sandbox-accepted");

        await().until(() -> !pause.isOver());
        await().during(Duration.ofMillis(300)).until(() -> provider.charged().size() <= 8);
        assertThat(presale.ordersThatAre("PLEDGED")).isGreaterThanOrEqualTo(32);

        provider.mend();
        clock.advance(LONG_ENOUGH);

        await().until(() -> presale.ordersThatAre("PAID") == 40);
        assertThat(presale.moneyWithUs()).isEqualTo(40 * CollectingPresale.PRICE);
    }

    @Test
    void a_cancelled_screening_gives_every_cent_back_once() {
        presale.pledges(20, "sandbox-accepted");
        presale.pledges(2, "sandbox-unreachable");
        await().until(() -> presale.ordersThatAre("PAID") == 22);

        presale.cancel();

        await().until(() -> presale.ordersThatAre("REFUNDED") == 22);
        assertThat(presale.moneyWithUs()).isZero();
        assertThat(presale.collected()).isZero();
    }

    @Test
    void cards_that_were_charged_are_forgotten() {
        List<UUID> orders = presale.pledges(30, "sandbox-accepted");

        await().until(() -> presale.cardsForgotten(orders) == 30);

        await().until(() -> presale.cardsToForget() == 0);
    }

    @Test
    void no_card_is_forgotten_while_another_is_being_charged() {
        presale.pledge("sandbox-slow");
        List<UUID> quick = presale.pledges(5, "sandbox-accepted");
        await().until(() -> presale.ordersThatAre("PAID") == 5);

        await().during(Duration.ofMillis(500)).until(() -> presale.cardsForgotten(quick) == 0);

        await().until(() -> presale.cardsForgotten(quick) == 5);
    }

    @Test
    void refunds_that_wait_are_shown() {
        presale.pledges(3, "sandbox-accepted");
        await().until(() -> presale.ordersThatAre("PAID") == 3);
        pause.unanswered();

        presale.cancel();

        await().until(() -> meters.get("payment.refunds.waiting").gauge().value() == 3);
        pause.answered();
        await().until(() -> meters.get("payment.refunds.waiting").gauge().value() == 0);
    }

    /** Claims the one charge that is due as a collector would that dies right after; the loops rest meanwhile. */
    private ChargeToMake claimAndCrash() {
        pause.unanswered();
        SavedCard card = provider.saveCard("sandbox-accepted");
        // In one transaction, because a loop may still be claiming: it never sees this one.
        return Objects.requireNonNull(transaction.execute(_ -> {
                    presale.pledge(card);
                    return claimCharges.next(10);
                }))
                .getFirst();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Network {

        @Bean
        @Primary
        MovableClock clock() {
            return MovableClock.atPresent();
        }

        @Bean
        @Primary
        WatchedProvider watchedProvider(@Qualifier("sandboxProvider") PaymentProvider sandbox) {
            return new WatchedProvider(sandbox);
        }
    }
}
