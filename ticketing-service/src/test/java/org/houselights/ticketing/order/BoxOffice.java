package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    BoxOffice(
            PlaceOrder place,
            ShowOrder show,
            ReplaceCard replaceCard,
            AlterOrder alter,
            CancelOrder cancel,
            Rounds rounds,
            ScreeningDesk desk,
            JdbcClient jdbc) {
        this.place = place;
        this.show = show;
        this.replaceCard = replaceCard;
        this.alter = alter;
        this.cancel = cancel;
        this.rounds = rounds;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    UUID order(ScreeningTold screening, String buyer, int seats, String card) {
        return order(screening, buyer, List.of(new WantedTickets(TicketType.FULL, seats, null)), card);
    }

    UUID order(ScreeningTold screening, String buyer, List<WantedTickets> tickets, @Nullable String card) {
        return order(screening, buyer, tickets, card, "key of " + buyer.replace(' ', '-') + " and " + screening.id());
    }

    UUID order(ScreeningTold screening, String buyer, List<WantedTickets> tickets, @Nullable String card, String key) {
        NewOrder wanted = new NewOrder(buyer, buyer.replace(' ', '.') + "@example.org", "en", tickets, card);
        return place.place(screening.id(), wanted, key.replace(' ', '-'));
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

    /** The types of the events that wait to be sent for a screening, in their order, without the common prefix. */
    List<String> events(ScreeningTold screening) {
        return jdbc.sql("select substring(type from 17) from outbox where key = ? order by id")
                .param(screening.id().toString())
                .query(String.class)
                .list();
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

    /** The counters on the pre-sale's row are what the orders add up to, and no order was charged twice. */
    void audit(ScreeningTold screening) {
        record Sums(long held, long sold, long pledged, long collected) {}
        Sums counters = jdbc.sql("""
                        select seats_held as held, seats_sold as sold, pledged, collected from presale
                        where screening_id = ?""").param(screening.id()).query(Sums.class).single();
        Sums orders = jdbc.sql("""
                        select coalesce(sum(seats) filter (where status in ('PLEDGED', 'CHARGING', 'PAYMENT_FAILED')), 0) as held,
                               coalesce(sum(seats) filter (where status in ('PAID', 'TICKETED')), 0) as sold,
                               coalesce(sum(amount) filter (where status in
                                   ('PLEDGED', 'CHARGING', 'PAYMENT_FAILED', 'PAID', 'TICKETED')), 0) as pledged,
                               coalesce(sum(amount) filter (where status in ('PAID', 'TICKETED')), 0) as collected
                        from orders where screening_id = ?""").param(screening.id()).query(Sums.class).single();
        assertThat(counters).isEqualTo(orders);
        assertThat(counters.held() + counters.sold())
                .isLessThanOrEqualTo(desk.facts(screening.id()).capacity());
        assertThat(jdbc.sql("""
                        select count(*) from (select order_id from sandbox_charge where reference is not null
                                              group by order_id having count(*) > 1) twice""").query(Long.class).single())
                .as("orders charged twice")
                .isZero();
    }
}
