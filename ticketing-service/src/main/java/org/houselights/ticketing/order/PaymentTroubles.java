package org.houselights.ticketing.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payments that need somebody's hand, or at least an eye. */
@Component
public class PaymentTroubles {

    private static final String WHOSE = """
            select o.id, o.screening_id, o.name, p.screening::jsonb -> 'film' ->> 'title' as film, %s
            from orders o join presale p on p.screening_id = o.screening_id %s
            """;

    private final JdbcClient jdbc;

    PaymentTroubles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A payment that doesn't go as it should.
     *
     * @param name the buyer's
     * @param attempts how many were made so far
     * @param reason what the provider or the operator said; null if nobody said anything
     * @param since when this state began
     * @param nextAt when it is tried next by itself; null if it isn't
     */
    public record Trouble(
            UUID orderId,
            UUID screeningId,
            String film,
            String name,
            Money amount,
            int attempts,
            @Nullable String reason,
            Instant since,
            @Nullable Instant nextAt) {}

    /**
     * Money that an operator gave back another way.
     *
     * @param by the operator's name
     */
    public record Settled(
            UUID orderId,
            UUID screeningId,
            String film,
            String name,
            Money amount,
            String by,
            String note,
            Instant at) {}

    /** Refunds that the provider refuses, oldest first. */
    public List<Trouble> refundsRefused(int atMost) {
        return jdbc.sql(WHOSE.formatted(
                                "r.amount, r.currency, r.attempt as attempts, r.reason, r.decided_at as since, null::timestamptz as next_at",
                                "join refund r on r.order_id = o.id")
                        + "where r.outcome = 'REFUSED' order by r.decided_at limit :atMost")
                .param("atMost", atMost)
                .query((row, _) -> trouble(row))
                .list();
    }

    /** Refunds that have been under way since before the given time. */
    public List<Trouble> refundsStuck(Instant before, int atMost) {
        return jdbc.sql(WHOSE.formatted(
                                "r.amount, r.currency, r.attempt as attempts, r.reason, o.changed_at as since, r.due_at as next_at",
                                "join refund r on r.order_id = o.id")
                        + "where r.outcome = 'DUE' and o.changed_at < :before order by o.changed_at limit :atMost")
                .param("before", Timestamp.from(before))
                .param("atMost", atMost)
                .query((row, _) -> trouble(row))
                .list();
    }

    /** Charges that have been under way since before the given time. */
    public List<Trouble> chargesStuck(Instant before, int atMost) {
        return jdbc.sql(WHOSE.formatted(
                                "o.amount, o.currency, o.attempt as attempts, null as reason, o.changed_at as since, o.due_at as next_at",
                                "")
                        + "where o.status = 'CHARGING' and o.changed_at < :before order by o.changed_at limit :atMost")
                .param("before", Timestamp.from(before))
                .param("atMost", atMost)
                .query((row, _) -> trouble(row))
                .list();
    }

    /** Orders whose card failed, those first that wait longest. */
    public List<Trouble> cardsFailed(int atMost) {
        return jdbc.sql(WHOSE.formatted(
                                "o.amount, o.currency, o.failures as attempts, o.failure as reason, o.changed_at as since, o.due_at as next_at",
                                "")
                        + "where o.status = 'PAYMENT_FAILED' order by o.changed_at limit :atMost")
                .param("atMost", atMost)
                .query((row, _) -> trouble(row))
                .list();
    }

    /** What was settled by hand last, newest first. */
    public List<Settled> settledByHand(int atMost) {
        return jdbc.sql(WHOSE.formatted(
                                "r.amount, r.currency, r.settled_by_name, r.note, r.decided_at",
                                "join refund r on r.order_id = o.id")
                        + "where r.outcome = 'BY_HAND' order by r.decided_at desc limit :atMost")
                .param("atMost", atMost)
                .query((row, _) -> new Settled(
                        row.getObject("id", UUID.class),
                        row.getObject("screening_id", UUID.class),
                        row.getString("film"),
                        row.getString("name"),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getString("settled_by_name"),
                        row.getString("note"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private static Trouble trouble(ResultSet row) throws SQLException {
        OffsetDateTime next = row.getObject("next_at", OffsetDateTime.class);
        return new Trouble(
                row.getObject("id", UUID.class),
                row.getObject("screening_id", UUID.class),
                row.getString("film"),
                row.getString("name"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getTimestamp("since").toInstant(),
                next == null ? null : next.toInstant());
    }
}
