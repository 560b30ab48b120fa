package org.houselights.ticketing.order;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Caller;
import org.houselights.web.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of refunds: one for each order that was charged and gets its money back. */
@Repository
class Refunds {

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole of the order's one successful charge goes back. */
    void intend(UUID orderId, Instant now) {
        jdbc.sql("""
                        insert into refund (order_id, idempotency_key, charge, amount, currency, due_at)
                        select order_id, 'refund-' || order_id, reference, amount, currency, ? from charge
                        where order_id = ? and outcome = 'SUCCEEDED' on conflict (order_id) do nothing""").params(Timestamp.from(now), orderId).update();
    }

    /** Takes refunds that are due, and puts them off so that nobody else takes them before the lease is over. */
    List<RefundToMake> lease(Instant now, Instant leaseEnd, int atMost) {
        return jdbc.sql("""
                        update refund set due_at = :leaseEnd
                        where order_id = any (array(select order_id from refund where outcome = 'DUE' and due_at <= :now
                                                    order by due_at limit :atMost for update skip locked))
                        returning order_id, charge, amount, currency, idempotency_key""")
                .param("leaseEnd", Timestamp.from(leaseEnd))
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query((row, number) -> new RefundToMake(
                        row.getObject("order_id", UUID.class),
                        row.getString("charge"),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getString("idempotency_key")))
                .list();
    }

    /** @return whether that was news */
    boolean succeeded(UUID orderId, String reference, Instant now) {
        return jdbc.sql("""
                        update refund set outcome = 'SUCCEEDED', reference = ?, decided_at = ?
                        where order_id = ? and outcome = 'DUE'""").params(reference, Timestamp.from(now), orderId).update() == 1;
    }

    void refused(UUID orderId, String reason, Instant now) {
        jdbc.sql("""
                        update refund set outcome = 'REFUSED', reason = ?, decided_at = ?
                        where order_id = ? and outcome = 'DUE'""").params(reason, Timestamp.from(now), orderId).update();
    }

    void askAgain(UUID orderId, Instant at) {
        jdbc.sql("update refund set due_at = ? where order_id = ? and outcome = 'DUE'")
                .params(Timestamp.from(at), orderId)
                .update();
    }

    /**
     * Makes a refund due now. One that was refused is tried under a new key, because a provider answers the old one as before.
     *
     * @return whether it can be tried again
     */
    boolean tryAgain(UUID orderId, Instant now) {
        return jdbc.sql("""
                        update refund set outcome = 'DUE', due_at = :now, decided_at = null, reason = null,
                            attempt = case outcome when 'REFUSED' then attempt + 1 else attempt end,
                            idempotency_key = case outcome when 'REFUSED' then 'refund-' || order_id || '-' || (attempt + 1)
                                else idempotency_key end
                        where order_id = :order and outcome in ('DUE', 'REFUSED')""")
                        .param("now", Timestamp.from(now))
                        .param("order", orderId)
                        .update()
                == 1;
    }

    /** @return whether the provider had refused it; one that is due may still succeed, and would be given twice */
    boolean settledByHand(UUID orderId, Caller by, String note, Instant now) {
        return jdbc.sql("""
                        update refund set outcome = 'BY_HAND', settled_by = ?, settled_by_name = ?, note = ?, decided_at = ?
                        where order_id = ? and outcome = 'REFUSED'""")
                        .params(by.personId(), by.name(), note, Timestamp.from(now), orderId)
                        .update()
                == 1;
    }

    /** Whether somebody of this screening waits to be given their money back. */
    boolean areDue(UUID screeningId) {
        return jdbc.sql("""
                        select exists (select from refund r join orders o on o.id = r.order_id
                                       where o.screening_id = ? and r.outcome = 'DUE')""").param(screeningId).query(Boolean.class).single();
    }

    /** How many wait to be given back. */
    long waiting() {
        return jdbc.sql("select count(*) from refund where outcome = 'DUE'")
                .query(Long.class)
                .single();
    }

    /** How many the provider refused to give back. */
    long refused() {
        return jdbc.sql("select count(*) from refund where outcome = 'REFUSED'")
                .query(Long.class)
                .single();
    }
}
