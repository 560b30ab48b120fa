package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.order.BoxOffice.DECLINED_LATER;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens between the threshold and the money. */
@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class CureTest {

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Instant reached = Instant.MIN;
    private ScreeningTold screening = ScreeningTold.at(reached);
    private UUID payer = new UUID(0, 0);

    @BeforeEach
    void begin() {
        reached = clock.instant();
        screening = ScreeningTold.at(reached).withThreshold(5);
        desk.onSale(screening);
        payer = counter.order(screening, "Payer", 3, GOOD_CARD);
    }

    @Test
    void a_failed_charge_is_retried_6_24_and_48_hours_after_it_first_failed() {
        UUID failing = counter.order(screening, "Bob", 2, DECLINED_LATER);
        awaitFailures(failing, 1);
        assertThat(retryAt(failing)).isEqualTo(after(6));

        tryAgainAt(after(6), failing, 2);
        assertThat(retryAt(failing)).isEqualTo(after(24));

        tryAgainAt(after(24), failing, 3);
        assertThat(retryAt(failing)).isEqualTo(after(48));

        tryAgainAt(after(48), failing, 4);
        assertThat(retryAt(failing)).isNull();
        assertThat(desk.facts(screening.id()).cureEndsAt()).isEqualTo(after(72));
    }

    @Test
    void a_retry_is_made_no_earlier_than_announced() {
        UUID failing = counter.order(screening, "Bob", 2, DECLINED_LATER);
        awaitFailures(failing, 1);

        clock.set(after(6).minusMillis(1));
        counter.collect();

        await().during(Duration.ofMillis(200)).until(() -> attempts(failing) == 1);
    }

    @Test
    void a_card_whose_bank_wants_its_owners_consent_is_not_asked_again() {
        UUID failing = counter.order(screening, "Bob", 2, "sandbox-needs-action");
        awaitFailures(failing, 1);

        assertThat(retryAt(failing)).isNull();
    }

    @Test
    void a_better_card_within_the_cure_saves_the_screening() {
        UUID failing = counter.order(screening, "Bob", 2, DECLINED_LATER);
        awaitFailures(failing, 1);
        clock.set(after(72).minusMillis(1));
        counter.goRound();

        counter.giveCard(screening, failing, GOOD_CARD, "in-the-last-moment");

        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.SECURED);
        clock.set(after(72));
        counter.goRound();
        assertThat(counter.status(failing)).isEqualTo(OrderStatus.PAID);
        counter.audit(screening);
        counter.compareLedgers(screening);
    }

    @Test
    void a_new_buyer_can_make_up_for_a_failed_card() {
        UUID failing = counter.order(screening, "Bob", 2, DECLINED_LATER);
        awaitFailures(failing, 1);

        UUID bought = counter.order(screening, "Cleo", 2, GOOD_CARD);

        assertThat(counter.status(bought)).isEqualTo(OrderStatus.PAID);
        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.SECURED);
        counter.audit(screening);
    }

    @Test
    void a_better_card_after_the_cure_comes_too_late() {
        UUID failing = theCureEndsShort();

        assertThatThrownBy(() -> counter.giveCard(screening, failing, GOOD_CARD, "too-late-now"))
                .hasMessageContaining("until its card is charged");
        assertThat(counter.chargesTaken(screening)).isOne();
        await().untilAsserted(() -> assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.MISSED));
        assertThat(counter.moneyKept(screening)).isZero();
        counter.compareLedgers(screening);
    }

    @Test
    void a_refund_that_the_provider_refuses_holds_up_nobody_elses_news() {
        UUID failing = counter.order(screening, "Bob", 2, DECLINED_LATER);
        awaitFailures(failing, 1);
        await().untilAsserted(() -> assertThat(counter.status(payer)).isEqualTo(OrderStatus.PAID));
        jdbc.sql("update sandbox_charge set refunded = minor_units where order_id = ?")
                .param(payer)
                .update();

        clock.set(after(72));
        counter.goRound();

        await().untilAsserted(() -> assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.MISSED));
        assertThat(counter.status(payer)).isEqualTo(OrderStatus.REFUNDING);
    }

    @Test
    void whoever_never_paid_is_dropped_also_after_the_show() {
        UUID failing = counter.order(screening, "Bob", 2, DECLINED_LATER);
        awaitFailures(failing, 1);
        counter.order(screening, "Cleo", 2, GOOD_CARD);
        desk.confirmed(screening);
        desk.held(screening);

        clock.set(after(72));
        counter.goRound();

        assertThat(counter.status(failing)).isEqualTo(OrderStatus.DROPPED);
        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.CLOSED);
        counter.audit(screening);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox-accepted", "sandbox-unreachable"})
    void from_the_threshold_on_a_buyer_is_charged_once_also_if_the_answer_is_lost(String card) {
        counter.order(screening, "Bob", 2, GOOD_CARD);
        await().untilAsserted(() -> assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.SECURED));

        UUID bought = counter.order(screening, "Cleo", 1, card);

        assertThat(counter.status(bought)).isEqualTo(OrderStatus.PAID);
        assertThat(attempts(bought)).isOne();
        assertThat(counter.chargesTaken(screening)).isEqualTo(3);
        counter.compareLedgers(screening);
    }

    @Test
    void a_purchase_that_was_declined_can_be_tried_again_with_another_card() {
        counter.order(screening, "Bob", 2, GOOD_CARD);
        assertThatThrownBy(() -> counter.order(screening, "Cleo", 1, DECLINED_LATER))
                .hasMessageContaining("declined");

        UUID bought = counter.order(screening, "Cleo", 1, GOOD_CARD);

        assertThat(counter.status(bought)).isEqualTo(OrderStatus.PAID);
        counter.audit(screening);
    }

    /** The cure is over and the money isn't there. @return the order that wasn't paid */
    private UUID theCureEndsShort() {
        UUID failing = counter.order(screening, "Bob", 2, DECLINED_LATER);
        awaitFailures(failing, 1);
        await().untilAsserted(() -> assertThat(counter.status(payer)).isEqualTo(OrderStatus.PAID));
        clock.set(after(72));
        counter.goRound();
        return failing;
    }

    private void tryAgainAt(Instant moment, UUID order, int failures) {
        clock.set(moment);
        counter.collect();
        awaitFailures(order, failures);
    }

    private void awaitFailures(UUID order, int failures) {
        await().untilAsserted(() -> {
            assertThat(attempts(order)).isEqualTo(failures);
            assertThat(counter.status(order)).isEqualTo(OrderStatus.PAYMENT_FAILED);
        });
    }

    private int attempts(UUID order) {
        return jdbc.sql("select count(*) from charge where order_id = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }

    private @Nullable Instant retryAt(UUID order) {
        OrderFacts.Failure failure = counter.show(order).order().failure();
        return Objects.requireNonNull(failure, "it has not failed").retryAt();
    }

    private Instant after(int hours) {
        return reached.plus(Duration.ofHours(hours));
    }
}
