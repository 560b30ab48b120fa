package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many people want the same thing at the same moment. */
@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class RushTest {

    private static final String ORDERED = "ordered";

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Test
    void three_hundred_buyers_get_the_last_hundred_seats_and_the_others_are_told_that_none_is_left() {
        ScreeningTold screening = onSale(aScreening().withCapacity(100).withThreshold(100));

        List<String> answers =
                new Crowd().of(300, buyer(screening, TicketType.FULL, 1)).act();

        assertThat(Collections.frequency(answers, ORDERED)).isEqualTo(100);
        assertThat(Collections.frequency(answers, "sold-out")).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(counter.ordersThatAre(screening, OrderStatus.PAID)).isEqualTo(100));
        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.SECURED);
        assertThat(counter.moneyKept(screening)).isEqualTo(100 * 1200);
        counter.audit(screening);
        counter.compareLedgers(screening);
    }

    @Test
    void pairs_who_find_a_single_seat_leave_it_to_somebody_alone() {
        ScreeningTold screening = onSale(aScreening().withCapacity(25).withThreshold(25));

        List<String> answers =
                new Crowd().of(60, buyer(screening, TicketType.FULL, 2)).act();

        assertThat(Collections.frequency(answers, ORDERED)).isEqualTo(12);
        assertThat(Collections.frequency(answers, "sold-out")).isEqualTo(48);
        counter.order(screening, "Solo", 1, GOOD_CARD);
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(25);
        counter.audit(screening);
    }

    @Test
    void wheelchair_places_and_seats_run_out_apart() {
        ScreeningTold screening =
                onSale(aScreening().withCapacity(30).withThreshold(30).withWheelchairPlaces(3));

        List<String> answers = new Crowd()
                .of(40, number -> () -> order(screening, "Wheelchair " + number, oneWithACompanion()))
                .of(40, buyer(screening, TicketType.FULL, 1))
                .act();

        assertThat(Collections.frequency(answers.subList(0, 40), ORDERED)).isEqualTo(3);
        assertThat(Collections.frequency(answers.subList(0, 40), "wheelchair-places-taken"))
                .isEqualTo(37);
        assertThat(Collections.frequency(answers.subList(40, 80), ORDERED)).isEqualTo(30);
        assertThat(Collections.frequency(answers.subList(40, 80), "sold-out")).isEqualTo(10);
        assertThat(desk.facts(screening.id()).wheelchairsTaken()).isEqualTo(3);
        counter.audit(screening);
    }

    @Test
    void pledges_for_many_screenings_that_wait_together_spoil_nothing_for_each_other() {
        List<ScreeningTold> screenings = IntStream.range(0, 20)
                .mapToObj(number -> onSale(aScreening().withCapacity(10).withThreshold(10)))
                .toList();

        List<String> answers = new Crowd()
                .of(
                        300,
                        number -> buyer(screenings.get(number % 20), TicketType.FULL, 1)
                                .apply(number))
                .act();

        assertThat(Collections.frequency(answers, ORDERED)).isEqualTo(200);
        assertThat(Collections.frequency(answers, "sold-out")).isEqualTo(100);
        screenings.forEach(counter::audit);
    }

    @Test
    void whoever_is_refused_at_the_till_was_not_charged() {
        ScreeningTold screening = onSale(aScreening().withCapacity(20).withoutThreshold());

        List<String> answers =
                new Crowd().of(80, buyer(screening, TicketType.FULL, 1)).act();

        assertThat(Collections.frequency(answers, ORDERED)).isEqualTo(20);
        assertThat(Collections.frequency(answers, "sold-out")).isEqualTo(60);
        assertThat(counter.chargesTaken(screening)).isEqualTo(20);
        counter.audit(screening);
        counter.compareLedgers(screening);
    }

    @Test
    void one_address_that_orders_fifty_times_at_once_has_one_order() {
        ScreeningTold screening = onSale(aScreening());

        List<String> answers = new Crowd()
                .of(50, number -> () -> {
                    counter.order(screening, "Ann", tickets(TicketType.FULL, 1), GOOD_CARD, "impatient-" + number);
                    return ORDERED;
                })
                .act();

        assertThat(Collections.frequency(answers, ORDERED)).isOne();
        assertThat(Collections.frequency(answers, "already-ordered")).isEqualTo(49);
        assertThat(desk.facts(screening.id()).taken()).isOne();
        counter.audit(screening);
    }

    @Test
    void one_request_sent_fifty_times_at_once_takes_effect_once() {
        ScreeningTold screening = onSale(aScreening());

        List<String> answers = new Crowd()
                .of(
                        50,
                        number -> () ->
                                counter.order(screening, "Ann", 2, GOOD_CARD).toString())
                .act();

        UUID order = counter.order(screening, "Ann", 2, GOOD_CARD);
        assertThat(answers).containsOnly(order.toString());
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(2);
        counter.audit(screening);
    }

    @RepeatedTest(20)
    void the_deadline_and_the_last_pledge_meet_in_one_outcome() {
        ScreeningTold screening = onSale(aScreening().withThreshold(5));
        counter.order(screening, "Early", 4, GOOD_CARD);
        Instant deadline = screening.deadline();
        clock.set(deadline.minusMillis(1));

        List<String> answers = new Crowd()
                .of(10, buyer(screening, TicketType.FULL, 1))
                .and(() -> {
                    clock.set(deadline);
                    counter.goRound();
                })
                .act();
        counter.goRound();

        int inTime = Collections.frequency(answers, ORDERED);
        if (inTime == 0) {
            assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.MISSED);
            assertThat(answers.subList(0, 10)).containsOnly("sale-over");
            assertThat(counter.events(screening)).contains("PresaleMissed").doesNotContain("ThresholdReached");
            assertThat(counter.ordersThatAre(screening, OrderStatus.RELEASED)).isOne();
            assertThat(counter.chargesTaken(screening)).isZero();
        } else {
            await().untilAsserted(() -> assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.SECURED));
            await().untilAsserted(() -> assertThat(counter.ordersThatAre(screening, OrderStatus.PAID))
                    .isEqualTo(1 + inTime));
            assertThat(counter.events(screening))
                    .containsOnlyOnce("ThresholdReached")
                    .doesNotContain("PresaleMissed");
        }
        counter.audit(screening);
        counter.compareLedgers(screening);
    }

    @RepeatedTest(5)
    void a_buyer_who_cancels_while_the_money_is_collected_is_either_free_or_charged() {
        ScreeningTold screening = onSale(aScreening().withThreshold(25));
        List<UUID> pledged = IntStream.range(0, 24)
                .mapToObj(number -> counter.order(screening, "Buyer " + number, 1, GOOD_CARD))
                .toList();

        List<String> answers = new Crowd()
                .of(24, number -> () -> {
                    counter.cancel(screening, pledged.get(number));
                    return "cancelled";
                })
                .and(() -> counter.order(screening, "Last", 1, GOOD_CARD))
                .act();

        int free = Collections.frequency(answers, "cancelled");
        assertThat(Collections.frequency(answers, "order-not-changeable")).isEqualTo(24 - free);
        assertThat(counter.ordersThatAre(screening, OrderStatus.CANCELLED)).isEqualTo(free);
        await().untilAsserted(() -> assertThat(counter.ordersThatAre(screening, OrderStatus.CHARGING))
                .isZero());
        assertThat(counter.chargesTaken(screening)).isEqualTo(counter.ordersThatAre(screening, OrderStatus.PAID));
        counter.audit(screening);
        counter.compareLedgers(screening);
    }

    @RepeatedTest(5)
    void a_screening_cancelled_amid_collection_gives_everything_back_and_charges_nobody_any_more() {
        ScreeningTold screening = onSale(aScreening().withThreshold(40));
        IntStream.range(0, 40).forEach(number -> counter.order(screening, "Buyer " + number, 1, GOOD_CARD));
        await().pollInterval(Duration.ofMillis(1)).until(() -> counter.chargesTaken(screening) > 3);

        desk.cancelled(screening);

        await().untilAsserted(
                        () -> assertThat(counter.ordersThatAre(screening, OrderStatus.REFUNDED, OrderStatus.RELEASED))
                                .isEqualTo(40));
        long charged = counter.chargesTaken(screening);
        clock.advance(Duration.ofDays(1));
        counter.goRound();
        counter.collect();
        await().during(Duration.ofMillis(200)).until(() -> counter.chargesTaken(screening) == charged);
        assertThat(counter.ordersThatAre(screening, OrderStatus.REFUNDED)).isEqualTo(charged);
        assertThat(counter.moneyKept(screening)).isZero();
        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.CANCELLED);
        counter.audit(screening);
        counter.compareLedgers(screening);
    }

    @Test
    void instances_that_go_their_rounds_together_issue_each_ticket_once() {
        ScreeningTold screening = onSale(aScreening().withThreshold(30));
        IntStream.range(0, 15).forEach(number -> counter.order(screening, "Buyer " + number, 2, GOOD_CARD));
        await().untilAsserted(() ->
                assertThat(counter.ordersThatAre(screening, OrderStatus.PAID)).isEqualTo(15));

        new Crowd()
                .and(() -> desk.confirmed(screening))
                .of(8, instance -> () -> {
                    counter.goRound();
                    return "done";
                })
                .act();

        await().untilAsserted(() -> assertThat(counter.ordersThatAre(screening, OrderStatus.TICKETED))
                .isEqualTo(15));
        assertThat(counter.tickets(screening)).isEqualTo(30);
        assertThat(Collections.frequency(counter.events(screening), "TicketsIssued"))
                .isEqualTo(15);
        counter.audit(screening);
    }

    private ScreeningTold aScreening() {
        return ScreeningTold.at(clock.instant());
    }

    private ScreeningTold onSale(ScreeningTold screening) {
        desk.onSale(screening);
        return screening;
    }

    private IntFunction<Callable<String>> buyer(ScreeningTold screening, TicketType type, int seats) {
        return number -> () -> order(screening, "Buyer " + number, tickets(type, seats));
    }

    private String order(ScreeningTold screening, String buyer, List<WantedTickets> tickets) {
        counter.order(screening, buyer, tickets, GOOD_CARD);
        return ORDERED;
    }

    private static List<WantedTickets> tickets(TicketType type, int quantity) {
        return List.of(new WantedTickets(type, quantity, null));
    }

    private static List<WantedTickets> oneWithACompanion() {
        return List.of(
                new WantedTickets(TicketType.WHEELCHAIR, 1, null), new WantedTickets(TicketType.COMPANION, 1, null));
    }
}
