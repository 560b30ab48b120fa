package org.houselights.ticketing.order;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has an order that lives: there is one for an address and screening. */
@Repository
class LiveOrders {

    record Owner(UUID screeningId, String emailHash) {}

    private final JdbcClient jdbc;

    LiveOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these who have one. With its {@code offset} each is looked up by itself, whatever the statistics say. */
    Set<Owner> among(Collection<Owner> asked) {
        return new HashSet<>(jdbc.sql("""
                        select asked.screening_id, asked.email_hash
                        from unnest(?::uuid[], ?::text[]) as asked (screening_id, email_hash)
                        where exists (select from orders o
                            where o.screening_id = asked.screening_id and o.email_hash = asked.email_hash
                              and o.status in ('PLEDGED', 'CHARGING', 'PAID', 'TICKETED', 'PAYMENT_FAILED')
                            offset 0)""")
                .param(asked.stream()
                        .map(owner -> owner.screeningId().toString())
                        .toArray(String[]::new))
                .param(asked.stream().map(Owner::emailHash).toArray(String[]::new))
                .query(Owner.class)
                .list());
    }
}
