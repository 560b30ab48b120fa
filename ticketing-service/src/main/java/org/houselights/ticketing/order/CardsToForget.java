package org.houselights.ticketing.order;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cards that nothing will be charged to any more, until the provider has forgotten them. */
@Repository
class CardsToForget {

    private final JdbcClient jdbc;

    CardsToForget(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(@Nullable String card, Instant now) {
        if (card != null) {
            jdbc.sql("insert into card_to_forget (card, due_at) values (?, ?) on conflict do nothing")
                    .params(card, Timestamp.from(now))
                    .update();
        }
    }

    void addAll(Collection<String> spent, Instant now) {
        if (!spent.isEmpty()) {
            jdbc.sql(
                            "insert into card_to_forget (card, due_at) select card, ?::timestamptz from unnest(?::text[]) card on conflict do nothing")
                    .params(Timestamp.from(now), spent.toArray(String[]::new))
                    .update();
        }
    }

    /** A repeated request may have saved the card that its order has: that one stays. */
    void addUnlessOf(UUID orderId, @Nullable String card, Instant now) {
        if (card != null) {
            jdbc.sql("""
                            insert into card_to_forget (card, due_at)
                            select :card, :now where not exists (select 1 from orders where id = :order and card = :card)
                            on conflict do nothing""")
                    .param("card", card)
                    .param("now", Timestamp.from(now))
                    .param("order", orderId)
                    .update();
        }
    }

    /** Takes cards that are due, and puts them off so that nobody else takes them before the lease is over. */
    List<String> lease(Instant now, Instant leaseEnd, int atMost) {
        return jdbc.sql("""
                        update card_to_forget set due_at = :leaseEnd
                        where card = any (array(select card from card_to_forget where due_at <= :now
                                                order by due_at limit :atMost for update skip locked))
                        returning card""")
                .param("leaseEnd", Timestamp.from(leaseEnd))
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    void forgotten(Collection<String> cards) {
        jdbc.sql("delete from card_to_forget where card = any (?)")
                .param(cards.toArray(String[]::new))
                .update();
    }
}
