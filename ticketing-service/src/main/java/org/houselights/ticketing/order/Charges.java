package org.houselights.ticketing.order;

import static org.houselights.messaging.OneTrip.column;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The ledger of charges: one row for each attempt, written before the provider is called. */
@Repository
class Charges {

    private final JdbcTemplate jdbc;

    Charges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    ChargeToMake intend(Order order, Instant now) {
        return intend(List.of(order), now).getFirst();
    }

    /** Writes the intents of the orders' current attempts, unless an earlier round has. */
    List<ChargeToMake> intend(List<Order> orders, Instant now) {
        Set<UUID> written = Set.copyOf(jdbc.query(
                """
                insert into charge (order_id, attempt, idempotency_key, card, amount, currency, intended_at)
                select *, ?::timestamptz from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                on conflict (order_id, attempt) do nothing returning order_id""",
                (row, _) -> row.getObject(1, UUID.class),
                Timestamp.from(now),
                column(orders, Order::id),
                column(orders, Order::attempt),
                column(orders, Charges::key),
                column(orders, Charges::card),
                column(orders, order -> order.amount().minorUnits()),
                column(orders, order -> order.amount().currency().getCurrencyCode())));
        return orders.stream()
                .map(order -> new ChargeToMake(
                        order.id(),
                        order.screeningId(),
                        order.attempt(),
                        order.amount(),
                        card(order),
                        key(order),
                        !written.contains(order.id())))
                .toList();
    }

    private static String key(Order order) {
        return "charge-%s-%d".formatted(order.id(), order.attempt());
    }

    private static String card(Order order) {
        return Objects.requireNonNull(order.card(), "an order that costs something has a card");
    }

    /** Writes what became of them; one whose outcome is unknown is not decided. */
    void decided(List<ChargeMade> charges, Instant now) {
        jdbc.batchUpdate(
                "update charge set outcome = ?, reference = ?, reason = ?, decided_at = ? where order_id = ? and attempt = ?",
                charges.stream()
                        .map(charge -> switch (charge.outcome()) {
                            case ChargeOutcome.Succeeded(String reference) ->
                                row(charge, "SUCCEEDED", reference, null, now);
                            case ChargeOutcome.Declined declined ->
                                row(charge, "DECLINED", null, declined.reason(), now);
                            case ChargeOutcome.Unknown() ->
                                throw new IllegalArgumentException("Nothing is decided yet");
                        })
                        .toList());
    }

    private static @Nullable Object[] row(
            ChargeMade charge, String outcome, @Nullable String reference, @Nullable String reason, Instant now) {
        return new @Nullable Object[] {
            outcome, reference, reason, Timestamp.from(now), charge.orderId(), charge.attempt()
        };
    }
}
