package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.order.BoxOffice.DECLINED_LATER;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class CollectionStoryTest {

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Test
    void a_pledge_charges_nobody() {
        ScreeningTold screening = onSale(ScreeningTold.at(clock.instant()));

        UUID order = counter.order(screening, "Ann", 2, GOOD_CARD);

        assertThat(counter.status(order)).isEqualTo(OrderStatus.PLEDGED);
        assertThat(counter.chargesTaken(screening)).isZero();
        assertThat(counter.events(screening)).containsExactly("PresaleOpened", "OrderPledged");
        counter.audit(screening);
    }

    @Test
    void the_pledge_that_reaches_the_threshold_has_everyone_charged_and_secures_the_screening() {
        ScreeningTold screening = onSale(ScreeningTold.at(clock.instant()).withThreshold(5));
        UUID first = counter.order(screening, "Ann", 2, GOOD_CARD);
        UUID second = counter.order(screening, "Bob", 3, GOOD_CARD);

        awaitStatus(screening, PresaleStatus.SECURED);

        assertThat(counter.status(first)).isEqualTo(OrderStatus.PAID);
        assertThat(counter.status(second)).isEqualTo(OrderStatus.PAID);
        assertThat(counter.moneyKept(screening)).isEqualTo(5 * 1200);
        assertThat(counter.events(screening))
                .containsSubsequence("OrderPledged", "ThresholdReached", "OrderPaid", "OrderPaid", "PresaleSecured");
        counter.audit(screening);
    }

    @Test
    void tickets_are_issued_order_by_order_once_the_screening_is_confirmed() {
        ScreeningTold screening = secured();

        desk.confirmed(screening);

        await().untilAsserted(() -> assertThat(counter.events(screening)).endsWith("TicketsIssued", "TicketsIssued"));
        UUID later = counter.order(screening, "Cleo", 1, GOOD_CARD);
        await().untilAsserted(() -> assertThat(counter.status(later)).isEqualTo(OrderStatus.TICKETED));
        assertThat(counter.show(later).order().issued()).hasSize(1);
        counter.audit(screening);
    }

    @Test
    void one_round_issues_all_tickets_however_many_orders_there_are() {
        int orders = 250;
        ScreeningTold screening =
                onSale(ScreeningTold.at(clock.instant()).withCapacity(orders).withThreshold(orders));
        IntStream.range(0, orders).forEach(i -> counter.order(screening, "Buyer " + i, 1, GOOD_CARD));
        awaitStatus(screening, PresaleStatus.SECURED);

        desk.confirmed(screening);

        await().untilAsserted(() -> assertThat(counter.ordersThatAre(screening, OrderStatus.TICKETED))
                .isEqualTo(orders));
        assertThat(counter.tickets(screening)).isEqualTo(orders);
        counter.audit(screening);
    }

    @Test
    void a_declined_card_holds_the_screening_up_until_its_buyer_gives_another() {
        ScreeningTold screening = onSale(ScreeningTold.at(clock.instant()).withThreshold(5));
        counter.order(screening, "Ann", 3, GOOD_CARD);
        UUID failing = counter.order(screening, "Bob", 2, DECLINED_LATER);
        await().untilAsserted(() -> assertThat(counter.status(failing)).isEqualTo(OrderStatus.PAYMENT_FAILED));
        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.COLLECTING);

        counter.giveCard(screening, failing, GOOD_CARD, "a-better-card");

        assertThat(counter.status(failing)).isEqualTo(OrderStatus.PAID);
        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.SECURED);
        counter.audit(screening);
    }

    @Test
    void a_screening_is_secured_without_waiting_for_stragglers_who_are_dropped_when_the_cure_ends() {
        ScreeningTold screening = onSale(ScreeningTold.at(clock.instant()).withThreshold(3));
        UUID straggler = counter.order(screening, "Bob", 2, DECLINED_LATER);
        counter.order(screening, "Ann", 5, GOOD_CARD);
        awaitStatus(screening, PresaleStatus.SECURED);
        await().untilAsserted(() -> assertThat(counter.status(straggler)).isEqualTo(OrderStatus.PAYMENT_FAILED));

        clock.advance(Duration.ofHours(73));
        counter.goRound();

        assertThat(counter.status(straggler)).isEqualTo(OrderStatus.DROPPED);
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(5);
        counter.audit(screening);
    }

    @Test
    void still_short_after_the_cure_everyone_is_refunded_and_the_screening_is_missed() {
        ScreeningTold screening = onSale(ScreeningTold.at(clock.instant()).withThreshold(5));
        UUID paid = counter.order(screening, "Ann", 3, GOOD_CARD);
        UUID failing = counter.order(screening, "Bob", 2, DECLINED_LATER);
        await().untilAsserted(() -> {
            assertThat(counter.status(paid)).isEqualTo(OrderStatus.PAID);
            assertThat(counter.status(failing)).isEqualTo(OrderStatus.PAYMENT_FAILED);
        });

        clock.advance(Duration.ofHours(73));
        counter.goRound();

        awaitStatus(screening, PresaleStatus.MISSED);
        assertThat(counter.status(paid)).isEqualTo(OrderStatus.REFUNDED);
        assertThat(counter.status(failing)).isEqualTo(OrderStatus.RELEASED);
        assertThat(counter.moneyKept(screening)).isZero();
        assertThat(counter.events(screening)).endsWith("OrderRefunded", "PresaleMissed");
        counter.audit(screening);
    }

    @Test
    void below_the_threshold_at_the_deadline_nobody_pays_a_cent() {
        ScreeningTold screening = onSale(ScreeningTold.at(clock.instant()));
        UUID order = counter.order(screening, "Ann", 2, GOOD_CARD);

        clock.set(screening.deadline());
        counter.goRound();

        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.MISSED);
        assertThat(counter.status(order)).isEqualTo(OrderStatus.RELEASED);
        assertThat(counter.chargesTaken(screening)).isZero();
        assertThatThrownBy(() -> counter.order(screening, "Bob", 1, GOOD_CARD))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no longer sold");
        counter.audit(screening);
    }

    @Test
    void a_screening_cancelled_after_it_was_secured_gives_all_money_back() {
        ScreeningTold screening = secured();
        desk.confirmed(screening);

        desk.cancelled(screening);

        await().untilAsserted(() -> assertThat(counter.moneyKept(screening)).isZero());
        await().untilAsserted(() -> assertThat(counter.events(screening)).endsWith("OrderRefunded", "OrderRefunded"));
        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.CANCELLED);
        counter.audit(screening);
    }

    @Test
    void from_the_threshold_on_a_buyer_pays_at_once_or_not_at_all() {
        ScreeningTold screening = secured();

        UUID bought = counter.order(screening, "Cleo", 1, GOOD_CARD);
        assertThat(counter.status(bought)).isEqualTo(OrderStatus.PAID);

        assertThatThrownBy(() -> counter.order(screening, "Dan", 1, DECLINED_LATER))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("declined");
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(6);
        counter.audit(screening);
    }

    @Test
    void free_admission_needs_no_card_and_gives_tickets_right_away() {
        ScreeningTold screening = ScreeningTold.at(clock.instant()).free();
        desk.confirmed(screening);

        UUID order = counter.order(screening, "Ann", List.of(new WantedTickets(TicketType.FULL, 2, null)), null);

        await().untilAsserted(() -> assertThat(counter.status(order)).isEqualTo(OrderStatus.TICKETED));
        assertThat(counter.chargesTaken(screening)).isZero();
        counter.audit(screening);
    }

    private ScreeningTold onSale(ScreeningTold screening) {
        desk.onSale(screening);
        return screening;
    }

    private ScreeningTold secured() {
        ScreeningTold screening = onSale(ScreeningTold.at(clock.instant()).withThreshold(5));
        counter.order(screening, "Ann", 2, GOOD_CARD);
        counter.order(screening, "Bob", 3, GOOD_CARD);
        awaitStatus(screening, PresaleStatus.SECURED);
        return screening;
    }

    private void awaitStatus(ScreeningTold screening, PresaleStatus status) {
        await().untilAsserted(() -> assertThat(desk.status(screening.id())).isEqualTo(status));
    }
}
