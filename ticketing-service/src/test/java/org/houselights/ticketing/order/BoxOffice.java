package org.houselights.ticketing.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.houselights.ticketing.payment.PaymentsDue;
import org.houselights.ticketing.payment.SavedCard;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.IdempotentCalls.Call;
import org.houselights.web.MailAddress;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Buyers at the counter, and an auditor behind it. */
@TestComponent
class BoxOffice {

    static final String GOOD_CARD = "sandbox-accepted";
    static final String DECLINED_LATER = "sandbox-declined-later";

    private final PlaceOrder place;
    private final ShowOrder show;
    private final ReplaceCard replaceCard;
    private final AlterOrder alter;
    private final CancelOrder cancel;
    private final Rounds rounds;
    private final ScreeningDesk desk;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher doorbell;

    BoxOffice(
            PlaceOrder place,
            ShowOrder show,
            ReplaceCard replaceCard,
            AlterOrder alter,
            CancelOrder cancel,
            Rounds rounds,
            ScreeningDesk desk,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher doorbell) {
        this.place = place;
        this.show = show;
        this.replaceCard = replaceCard;
        this.alter = alter;
        this.cancel = cancel;
        this.rounds = rounds;
        this.desk = desk;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.doorbell = doorbell;
    }

    UUID order(ScreeningTold screening, String buyer, int seats, String card) {
        return order(screening, buyer, List.of(new WantedTickets(TicketType.FULL, seats, null)), card);
    }

    UUID order(ScreeningTold screening, String buyer, List<WantedTickets> tickets, @Nullable String card) {
        return order(screening, buyer, tickets, card, "key of " + buyer.replace(' ', '-') + " and " + screening.id());
    }

    UUID order(ScreeningTold screening, String buyer, List<WantedTickets> tickets, @Nullable String card, String key) {
        NewOrder wanted = new NewOrder(buyer, buyer.replace(' ', '.') + "@example.org", "en", tickets, card);
        return place.place(screening.id(), wanted, key.replace(' ', '-'))
                .order()
                .id();
    }

    /** What waits in the lane when somebody has asked for seats at full price; no pre-sale has to be there. */
    static Pledge pledge(ScreeningTold screening, String buyer, int seats) {
        return pledge(screening, buyer, seats, "key of " + buyer);
    }

    static Pledge pledge(ScreeningTold screening, String buyer, int seats, String key) {
        return pledge(screening.id(), buyer, seats, key);
    }

    static Pledge pledge(UUID screening, String buyer, int seats, String key) {
        Buyer whoever = new Buyer(buyer, new MailAddress(buyer + "@example.org"), "en");
        return new Pledge(
                screening,
                whoever,
                new Basket(List.of(new TicketLine(TicketType.FULL, seats, Money.of(1200, "USD")))),
                new SavedCard("card of " + buyer + " for " + screening, "Visa", "4242"),
                new Call("order %s %s".formatted(screening, whoever.emailHash()), key, seats + " seats"));
    }

    void alter(ScreeningTold screening, UUID order, int seats) {
        alter.alter(screening.id(), order, List.of(new WantedTickets(TicketType.FULL, seats, null)));
    }

    void cancel(ScreeningTold screening, UUID order) {
        cancel.cancel(screening.id(), order);
    }

    void giveCard(ScreeningTold screening, UUID order, String card, String key) {
        replaceCard.replace(screening.id(), order, card, key);
    }

    OrderStatus status(UUID order) {
        return show.show(order).order().status();
    }

    OrderView show(UUID order) {
        return show.show(order);
    }

    void goRound() {
        rounds.go();
    }

    /** Has the collectors look for what is due by now. */
    void collect() {
        transaction.executeWithoutResult(status -> doorbell.publishEvent(new PaymentsDue()));
    }

    long ordersThatAre(ScreeningTold screening, OrderStatus... statuses) {
        return jdbc.sql("select count(*) from orders where screening_id = ? and status = any (?)")
                .params(
                        screening.id(),
                        Stream.of(statuses).map(OrderStatus::name).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** The types of the events that wait to be sent for a screening, in their order, without the common prefix. */
    List<String> events(ScreeningTold screening) {
        return jdbc.sql("select substring(type from 17) from outbox where key = ? order by id")
                .param(screening.id().toString())
                .query(String.class)
                .list();
    }

    /** What waits to be told in events of that type. */
    List<JsonNode> told(ScreeningTold screening, String type) {
        return jdbc
                .sql("select body from outbox where key = ? and type = 'org.houselights.' || ? order by id")
                .params(screening.id().toString(), type)
                .query(String.class)
                .list()
                .stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    long tickets(ScreeningTold screening) {
        return jdbc.sql("select count(*) from ticket where screening_id = ?")
                .param(screening.id())
                .query(Long.class)
                .single();
    }

    long chargesTaken(ScreeningTold screening) {
        return jdbc.sql("""
                        select count(*) from sandbox_charge s join orders o on o.id = s.order_id
                        where o.screening_id = ? and s.reference is not null""").param(screening.id()).query(Long.class).single();
    }

    /** Money that the provider has taken and not given back. */
    long moneyKept(ScreeningTold screening) {
        return jdbc.sql("""
                        select coalesce(sum(s.minor_units - s.refunded), 0) from sandbox_charge s
                        join orders o on o.id = s.order_id where o.screening_id = ? and s.reference is not null""").param(screening.id()).query(Long.class).single();
    }

    /**
     * The counters on the pre-sale's row are what the orders add up to, and no order was charged twice. Holds at every
     * moment, so both are read at one: money may be collected meanwhile.
     */
    void audit(ScreeningTold screening) {
        record Sums(long held, long sold, long wheelchairsHeld, long wheelchairsSold, long pledged, long collected) {}
        record Books(Sums counters, Sums orders) {}
        Books books = atOneMoment(() -> new Books(
                jdbc.sql("""
                        select seats_held as held, seats_sold as sold, wheelchairs_held, wheelchairs_sold, pledged, collected from presale
                        where screening_id = ?""").param(screening.id()).query(Sums.class).single(),
                jdbc.sql("""
                        select coalesce(sum(seats) filter (where status in ('PLEDGED', 'CHARGING', 'PAYMENT_FAILED')), 0) as held,
                               coalesce(sum(seats) filter (where status in ('PAID', 'TICKETED')), 0) as sold,
                               coalesce(sum(wheelchairs) filter (where status in ('PLEDGED', 'CHARGING', 'PAYMENT_FAILED')), 0)
                                   as wheelchairs_held,
                               coalesce(sum(wheelchairs) filter (where status in ('PAID', 'TICKETED')), 0) as wheelchairs_sold,
                               coalesce(sum(amount) filter (where status in
                                   ('PLEDGED', 'CHARGING', 'PAYMENT_FAILED', 'PAID', 'TICKETED')), 0) as pledged,
                               coalesce(sum(amount) filter (where status in ('PAID', 'TICKETED')), 0) as collected
                        from orders where screening_id = ?""").param(screening.id()).query(Sums.class).single()));
        assertThat(books.counters()).isEqualTo(books.orders());
        Sums counters = books.counters();
        assertThat(counters.held() + counters.sold())
                .isLessThanOrEqualTo(desk.facts(screening.id()).capacity());
        assertThat(jdbc.sql("""
                        select count(*) from (select order_id from sandbox_charge where reference is not null
                                              group by order_id having count(*) > 1) twice""").query(Long.class).single())
                .as("orders charged twice")
                .isZero();
    }

    private <T> T atOneMoment(Supplier<T> reading) {
        TransactionTemplate snapshot = new TransactionTemplate(requireNonNull(transaction.getTransactionManager()));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return requireNonNull(snapshot.execute(status -> reading.get()));
    }

    /** The provider's own books say what ours say, charge by charge and refund by refund. To be asked when all is settled. */
    void compareLedgers(ScreeningTold screening) {
        record Entry(UUID orderId, String reference, long amount) {}
        assertThat(jdbc.sql("""
                        select s.order_id, s.reference, s.minor_units as amount from sandbox_charge s
                        join orders o on o.id = s.order_id where o.screening_id = ? and s.reference is not null""").param(screening.id()).query(Entry.class).list())
                .as("charges")
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("""
                        select c.order_id, c.reference, c.amount from charge c join orders o on o.id = c.order_id
                        where o.screening_id = ? and c.outcome = 'SUCCEEDED'""").param(screening.id()).query(Entry.class).list());
        assertThat(jdbc.sql("""
                        select s.order_id, r.reference, r.minor_units as amount from sandbox_refund r
                        join sandbox_charge s on s.reference = r.charge
                        join orders o on o.id = s.order_id where o.screening_id = ?""").param(screening.id()).query(Entry.class).list())
                .as("refunds")
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("""
                        select r.order_id, r.reference, r.amount from refund r join orders o on o.id = r.order_id
                        where o.screening_id = ? and r.outcome = 'SUCCEEDED'""").param(screening.id()).query(Entry.class).list());
    }
}
