package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;
import static org.houselights.ticketing.order.TicketType.COMPANION;
import static org.houselights.ticketing.order.TicketType.CONCESSION;
import static org.houselights.ticketing.order.TicketType.FULL;
import static org.houselights.ticketing.order.TicketType.PAY_WHAT_YOU_CAN;
import static org.houselights.ticketing.order.TicketType.WHEELCHAIR;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.FieldError;
import org.houselights.web.Money;
import org.houselights.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A seat costs 12.00, a concession 9.00, and who pays what they can pays at least 5.00. */
@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class PricesTest {

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    private ScreeningTold screening = ScreeningTold.at(Instant.MIN);

    @BeforeEach
    void begin() {
        screening = ScreeningTold.at(clock.instant());
        desk.onSale(screening);
    }

    static Stream<Arguments> baskets() {
        return Stream.of(
                Arguments.of("one seat", List.of(one(FULL)), 1200L),
                Arguments.of("ten seats", List.of(of(FULL, 10)), 12_000L),
                Arguments.of("a family", List.of(of(FULL, 2), of(CONCESSION, 3)), 5100L),
                Arguments.of("a price that is named and right", List.of(at(1200, "USD", FULL)), 1200L),
                Arguments.of("the least that one can pay", List.of(at(500, "USD", PAY_WHAT_YOU_CAN)), 500L),
                Arguments.of("more than the price", List.of(at(5000, "USD", PAY_WHAT_YOU_CAN)), 5000L),
                Arguments.of("a wheelchair place", List.of(one(WHEELCHAIR)), 1200L),
                Arguments.of("with a companion, who is free", List.of(one(WHEELCHAIR), one(COMPANION)), 1200L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("baskets")
    void tickets_cost_what_is_said(String what, List<WantedTickets> tickets, long minorUnits) {
        UUID order = counter.order(screening, "Ann", tickets, GOOD_CARD);

        assertThat(counter.show(order).order().amount()).isEqualTo(Money.of(minorUnits, "USD"));
        assertThat(desk.facts(screening.id()).pledged()).isEqualTo(Money.of(minorUnits, "USD"));
        counter.audit(screening);
    }

    static Stream<Arguments> wrongBaskets() {
        return Stream.of(
                Arguments.of("eleven tickets", List.of(of(FULL, 6), of(CONCESSION, 5)), "tickets"),
                Arguments.of(
                        "eleven with the companion", List.of(of(FULL, 9), one(WHEELCHAIR), one(COMPANION)), "tickets"),
                Arguments.of("a companion of nobody", List.of(one(FULL), one(COMPANION)), "tickets"),
                Arguments.of("two companions", List.of(one(WHEELCHAIR), of(COMPANION, 2)), "tickets"),
                Arguments.of("a seat for less", List.of(at(1199, "USD", FULL)), "tickets[0].unit"),
                Arguments.of("a seat for nothing", List.of(at(0, "USD", FULL)), "tickets[0].unit"),
                Arguments.of("in another currency", List.of(at(1200, "EUR", FULL)), "tickets[0].unit"),
                Arguments.of(
                        "a companion who pays", List.of(one(WHEELCHAIR), at(1, "USD", COMPANION)), "tickets[1].unit"),
                Arguments.of("below the floor", List.of(at(499, "USD", PAY_WHAT_YOU_CAN)), "tickets[0].unit"),
                Arguments.of("whatever that is", List.of(one(PAY_WHAT_YOU_CAN)), "tickets[0].unit"),
                Arguments.of("the floor in yen", List.of(at(500, "JPY", PAY_WHAT_YOU_CAN)), "tickets[0].unit"),
                Arguments.of(
                        "a slip of the finger", List.of(at(100_000_001, "USD", PAY_WHAT_YOU_CAN)), "tickets[0].unit"),
                Arguments.of(
                        "a sum beyond all numbers",
                        List.of(at(Long.MAX_VALUE, "USD", PAY_WHAT_YOU_CAN), of(FULL, 9)),
                        "tickets[0].unit"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongBaskets")
    void what_is_not_for_sale_is_refused_by_the_name_of_its_field(
            String what, List<WantedTickets> tickets, String field) {
        assertThat(wrongFields(tickets)).containsExactly(field);
        assertThat(desk.facts(screening.id()).pledged().minorUnits()).isZero();
    }

    @Test
    void kinds_that_a_screening_does_not_offer_are_refused() {
        screening = ScreeningTold.at(clock.instant()).costing(1500, "EUR");
        desk.onSale(screening);

        assertThat(wrongFields(List.of(one(CONCESSION), at(500, "EUR", PAY_WHAT_YOU_CAN))))
                .containsExactly("tickets[0].type", "tickets[1].type");
    }

    @Test
    void won_have_no_decimals_on_their_way_to_the_bank_and_back() {
        screening = ScreeningTold.at(clock.instant()).costing(15_000, "KRW").withThreshold(2);
        desk.onSale(screening);

        UUID order = counter.order(screening, "Minji", 2, GOOD_CARD);

        assertThat(counter.show(order).order().amount()).isEqualTo(Money.of(30_000, "KRW"));
        assertThat(desk.facts(screening.id()).goal()).isEqualTo(Money.of(30_000, "KRW"));
        await().untilAsserted(() -> assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.SECURED));
        assertThat(counter.moneyKept(screening)).isEqualTo(30_000);
        counter.compareLedgers(screening);
    }

    @Test
    void money_counts_toward_the_threshold_and_not_heads() {
        screening = ScreeningTold.at(clock.instant()).withThreshold(2);
        desk.onSale(screening);

        counter.order(screening, "Ann", List.of(of(CONCESSION, 2)), GOOD_CARD);
        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.OPEN);
        counter.order(screening, "Bob", List.of(at(599, "USD", PAY_WHAT_YOU_CAN)), GOOD_CARD);
        assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.OPEN);

        counter.order(screening, "Cleo", List.of(at(500, "USD", PAY_WHAT_YOU_CAN)), GOOD_CARD);

        assertThat(desk.facts(screening.id()).reachedAt()).isEqualTo(clock.instant());
        counter.audit(screening);
    }

    @Test
    void an_address_is_the_same_however_its_letters_are_written() {
        counter.order(screening, "Ann", 1, GOOD_CARD);

        assertThat(problem("ANN", List.of(one(FULL))).slug()).isEqualTo("already-ordered");
        assertThat(desk.facts(screening.id()).taken()).isOne();
    }

    @Test
    void whoever_cancelled_may_order_again() {
        UUID first = counter.order(screening, "Ann", 1, GOOD_CARD);
        counter.cancel(screening, first);

        UUID second = counter.order(screening, "Ann", List.of(of(FULL, 2)), GOOD_CARD, "another key");

        assertThat(second).isNotEqualTo(first);
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(2);
        counter.audit(screening);
    }

    private List<String> wrongFields(List<WantedTickets> tickets) {
        return problem("Ann", tickets).errors().stream().map(FieldError::field).toList();
    }

    private ProblemException problem(String buyer, List<WantedTickets> tickets) {
        return catchThrowableOfType(ProblemException.class, () -> counter.order(screening, buyer, tickets, GOOD_CARD));
    }

    private static WantedTickets one(TicketType type) {
        return of(type, 1);
    }

    private static WantedTickets of(TicketType type, int quantity) {
        return tickets(type, quantity, null);
    }

    private static WantedTickets at(long minorUnits, String currency, TicketType type) {
        return tickets(type, 1, Money.of(minorUnits, currency));
    }

    private static WantedTickets tickets(TicketType type, int quantity, @Nullable Money unit) {
        return new WantedTickets(type, quantity, unit);
    }
}
