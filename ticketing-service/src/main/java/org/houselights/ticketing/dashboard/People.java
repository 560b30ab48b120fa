package org.houselights.ticketing.dashboard;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.houselights.ticketing.order.OrderStatus;
import org.houselights.web.Money;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of a campaign, read from their orders. */
@Repository
class People {

    private static final String ROW = """
            select name, status, amount, currency, placed_at,
                   (select sum((line ->> 'quantity')::int) from jsonb_array_elements(tickets::jsonb -> 'lines') line) as tickets
            from orders where screening_id = :screening
            """;
    private static final String NAMED = " and position(lower(:name) in lower(name)) > 0";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Orders that nobody has taken back, in their order; those of an ended pre-sale count as they did. */
    List<Sale> sales(UUID screeningId) {
        return jdbc.sql("""
                        select placed_at, amount from orders
                        where screening_id = ? and status not in ('CANCELLED', 'DROPPED') order by placed_at, id""")
                .param(screeningId)
                .query((row, number) -> new Sale(
                        row.getObject("placed_at", OffsetDateTime.class).toInstant(), row.getLong("amount")))
                .list();
    }

    int failedCards(UUID screeningId) {
        return jdbc.sql("select count(*) from orders where screening_id = ? and status = 'PAYMENT_FAILED'")
                .param(screeningId)
                .query(Integer.class)
                .single();
    }

    /** @param name a part of the name; empty for everyone */
    PageOf<Person> search(UUID screeningId, String name, Paging paging) {
        long total = jdbc.sql("select count(*) from orders where screening_id = :screening" + NAMED)
                .param("screening", screeningId)
                .param("name", name)
                .query(Long.class)
                .single();
        List<Person> page = list(jdbc.sql(ROW + NAMED + " order by lower(name), id limit :size offset :offset")
                .param("screening", screeningId)
                .param("name", name)
                .param("size", paging.size())
                .param("offset", paging.offset()));
        return PageOf.of(page, paging, total);
    }

    List<Person> everyone(UUID screeningId) {
        return list(jdbc.sql(ROW + " order by placed_at, id").param("screening", screeningId));
    }

    /** Those who come, for the door: by name, only whoever has tickets. */
    List<Person> withTickets(UUID screeningId) {
        return list(jdbc.sql(ROW + " and status = 'TICKETED' order by lower(name), id")
                .param("screening", screeningId));
    }

    private static List<Person> list(JdbcClient.StatementSpec question) {
        return question.query((row, number) -> new Person(
                        row.getString("name"),
                        row.getInt("tickets"),
                        OrderStatus.valueOf(row.getString("status")),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        instant(row.getObject("placed_at", OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
