package org.houselights.ticketing.order;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.houselights.web.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of charges: one row for each attempt, written before the provider is called. */
@Repository
class Charges {

    private final JdbcClient jdbc;

    Charges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the intent of the order's current attempt, unless an earlier round has. */
    ChargeToMake intend(Order order, Instant now) {
        String key = "charge-%s-%d".formatted(order.id(), order.attempt());
        String card = Objects.requireNonNull(order.card(), "an order that costs something has a card");
        Money amount = order.amount();
        boolean first = jdbc.sql("""
                        insert into charge (order_id, attempt, idempotency_key, card, amount, currency, intended_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (order_id, attempt) do nothing""")
                        .params(
                                order.id(),
                                order.attempt(),
                                key,
                                card,
                                amount.minorUnits(),
                                amount.currency().getCurrencyCode(),
                                Timestamp.from(now))
                        .update()
                == 1;
        return new ChargeToMake(order.id(), order.screeningId(), order.attempt(), amount, card, key, !first);
    }

    void succeeded(UUID orderId, int attempt, String reference, Instant now) {
        jdbc.sql("""
                        update charge set outcome = 'SUCCEEDED', reference = ?, decided_at = ?
                        where order_id = ? and attempt = ?""").params(reference, Timestamp.from(now), orderId, attempt).update();
    }

    void declined(UUID orderId, int attempt, String reason, Instant now) {
        jdbc.sql("""
                        update charge set outcome = 'DECLINED', reason = ?, decided_at = ?
                        where order_id = ? and attempt = ?""").params(reason, Timestamp.from(now), orderId, attempt).update();
    }
}
