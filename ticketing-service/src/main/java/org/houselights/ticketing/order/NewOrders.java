package org.houselights.ticketing.order;

import static org.houselights.messaging.OneTrip.column;

import java.util.Collection;
import java.util.List;
import org.houselights.messaging.OneTrip;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes new orders, hundreds of them in one statement that is the same for any number. */
@Repository
class NewOrders {

    private static final String INSERT = """
            insert into orders (id, screening_id, status, bought, name, email, email_hash, locale, tickets, seats, wheelchairs, amount, currency,
                card, card_brand, card_last4, request_key, request_fingerprint, attempt, due_at, link_version, revision, placed_at, changed_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[],
                ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::timestamptz[], ?::int[],
                ?::bigint[], ?::timestamptz[], ?::timestamptz[])""";

    private final JdbcTemplate jdbc;

    NewOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Order order) {
        OneTrip trip = new OneTrip();
        write(List.of(order), trip);
        trip.make(jdbc);
    }

    /** As part of a trip. */
    void write(Collection<Order> orders, OneTrip trip) {
        trip.add(
                INSERT,
                column(orders, Order::id),
                column(orders, Order::screeningId),
                column(orders, Order::status),
                column(orders, Order::wasBought),
                column(orders, Order::name),
                column(orders, Order::email),
                column(orders, Order::emailHash),
                column(orders, Order::locale),
                column(orders, order -> TicketLines.write(order.basket())),
                column(orders, order -> order.places().house()),
                column(orders, order -> order.places().wheelchairs()),
                column(orders, order -> order.amount().minorUnits()),
                column(orders, order -> order.amount().currency()),
                column(orders, Order::card),
                column(orders, Order::cardBrand),
                column(orders, Order::cardLast4),
                column(orders, Order::requestKey),
                column(orders, Order::requestFingerprint),
                column(orders, Order::attempt),
                column(orders, Order::dueAt),
                column(orders, Order::linkVersion),
                column(orders, Order::revision),
                column(orders, Order::placedAt),
                column(orders, Order::changedAt));
    }
}
