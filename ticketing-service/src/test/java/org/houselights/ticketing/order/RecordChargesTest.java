package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.ticketing.payment.ChargeOutcome.Declined;
import org.houselights.ticketing.payment.ChargeOutcome.Succeeded;
import org.houselights.ticketing.payment.ChargeOutcome.Unknown;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outcomes that are recorded in one transaction stay each their own. */
@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class RecordChargesTest {

    @Autowired
    private RecordCharges record;

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private ScreeningTold screening;

    @BeforeEach
    void begin() {
        screening = ScreeningTold.at(clock.instant());
        desk.onSale(screening);
    }

    @Test
    void each_order_becomes_what_its_own_card_makes_of_it() {
        List<UUID> orders = beingCharged("Ann", "Bob", "Cleo", "Dan");
        UUID paid = orders.get(0);
        UUID declined = orders.get(1);
        UUID unknown = orders.get(2);
        UUID superseded = orders.get(3);

        assertThat(record.record(List.of(
                        made(paid, 1, new Succeeded("charge-of-ann")),
                        made(declined, 1, new Declined("No money left.", false)),
                        made(paid, 1, new Succeeded("charge-of-ann")),
                        made(unknown, 1, new Unknown()),
                        made(superseded, 2, new Succeeded("charge-of-dan")),
                        made(UUID.randomUUID(), 1, new Succeeded("charge-of-nobody")))))
                .hasSize(6)
                .allMatch(Optional::isEmpty);

        assertThat(counter.status(paid)).isEqualTo(OrderStatus.PAID);
        assertThat(counter.status(declined)).isEqualTo(OrderStatus.PAYMENT_FAILED);
        assertThat(counter.status(unknown)).isEqualTo(OrderStatus.CHARGING);
        assertThat(counter.status(superseded)).isEqualTo(OrderStatus.CHARGING);
        assertThat(counter.events(screening)).endsWith("OrderPaid", "OrderPaymentFailed");
        counter.audit(screening);
    }

    @Test
    void one_that_the_database_refuses_spoils_no_other() {
        List<UUID> orders = beingCharged("Ann", "Bob", "Cleo");
        UUID ann = orders.get(0);
        UUID bob = orders.get(1);
        UUID cleo = orders.get(2);
        chargedBefore(bob);

        assertThat(record.record(List.of(
                        made(ann, 1, new Succeeded("charge-of-ann")),
                        made(bob, 1, new Succeeded("second-charge-of-bob")),
                        made(cleo, 1, new Succeeded("charge-of-cleo")))))
                .satisfiesExactly(
                        recorded -> assertThat(recorded).isEmpty(),
                        refused -> assertThat(refused).isPresent(),
                        recorded -> assertThat(recorded).isEmpty());

        assertThat(counter.status(ann)).isEqualTo(OrderStatus.PAID);
        assertThat(counter.status(bob)).isEqualTo(OrderStatus.CHARGING);
        assertThat(counter.status(cleo)).isEqualTo(OrderStatus.PAID);
        counter.audit(screening);
    }

    private ChargeMade made(UUID order, int attempt, ChargeOutcome outcome) {
        return new ChargeMade(screening.id(), order, attempt, outcome);
    }

    /** By somebody else: no collector takes them on before a lease is over. */
    private List<UUID> beingCharged(String... buyers) {
        List<UUID> orders = Stream.of(buyers)
                .map(buyer -> counter.order(screening, buyer, 1, BoxOffice.GOOD_CARD))
                .toList();
        jdbc.sql("""
                        with charging as (
                            update orders set status = 'CHARGING', attempt = 1, due_at = :later where screening_id = :id)
                        update presale set status = 'COLLECTING', reached_at = opened_at, cure_ends_at = :later
                        where screening_id = :id""")
                .param("id", screening.id())
                .param("later", Timestamp.from(clock.instant().plus(Duration.ofDays(1))))
                .update();
        orders.forEach(order -> charge(order, 1, "UNDECIDED", null));
        return orders;
    }

    private void chargedBefore(UUID order) {
        charge(order, 7, "SUCCEEDED", "charge-of-bob");
    }

    private void charge(UUID order, int attempt, String outcome, @Nullable String reference) {
        jdbc.sql("""
                        insert into charge (order_id, attempt, idempotency_key, card, amount, currency, outcome, reference, intended_at)
                        values (:order, :attempt, :key, 'card', 1200, 'USD', :outcome, :reference, now())""")
                .param("order", order)
                .param("attempt", attempt)
                .param("key", order + "-" + attempt)
                .param("outcome", outcome)
                .param("reference", reference)
                .update();
    }
}
