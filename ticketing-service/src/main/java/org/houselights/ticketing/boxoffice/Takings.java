package org.houselights.ticketing.boxoffice;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The takings of companies, read from the orders of their films. */
@Repository
class Takings {

    private static final String PAID = """
            select (p.screening::jsonb -> 'film' ->> 'id')::uuid as film_id,
                   p.screening::jsonb -> 'film' ->> 'title' as film,
                   p.screening::jsonb -> 'venue' ->> 'country' as territory,
                   (coalesce(c.decided_at, o.placed_at) at time zone (p.screening::jsonb -> 'venue' ->> 'timeZone'))::date as day,
                   o.currency, o.amount, o.seats + o.wheelchairs as tickets,
                   o.status in ('REFUNDING', 'REFUNDED') as refunded
            from presale p
            join orders o on o.screening_id = p.screening_id
            left join charge c on c.order_id = o.id and c.outcome = 'SUCCEEDED'
            where p.screening::jsonb -> 'film' -> 'distributor' ->> 'id' = :company
              and o.status in ('PAID', 'TICKETED', 'REFUNDING', 'REFUNDED')
            """;

    private final JdbcClient jdbc;

    Takings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By month, the latest first, then by film and territory; currencies are never mixed. */
    List<Taking> of(UUID company, TakingsWanted wanted) {
        return jdbc.sql("""
                        with paid as (%s)
                        select film_id, max(film) as film, territory, date_trunc('month', day)::date as month, currency,
                               coalesce(sum(tickets) filter (where not refunded), 0) as tickets,
                               sum(amount) as charged, coalesce(sum(amount) filter (where refunded), 0) as refunded
                        from paid
                        where (:film::uuid is null or film_id = :film) and (:from::date is null or day >= :from)
                          and (:to::date is null or day <= :to)
                        group by film_id, territory, month, currency
                        order by month desc, film, territory, currency""".formatted(PAID))
                .param("company", company.toString())
                .param("film", wanted.film())
                .param("from", date(wanted.from()))
                .param("to", date(wanted.to()))
                .query((row, number) -> new Taking(
                        row.getObject("film_id", UUID.class),
                        row.getString("film"),
                        row.getString("territory"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getInt("tickets"),
                        Money.of(row.getLong("charged"), row.getString("currency")),
                        Money.of(row.getLong("refunded"), row.getString("currency"))))
                .list();
    }

    /** A company's film that was ever on sale. */
    record Film(UUID id, String title) {}

    List<Film> films(UUID company) {
        return jdbc.sql("""
                        select (screening::jsonb -> 'film' ->> 'id')::uuid as id, max(screening::jsonb -> 'film' ->> 'title') as title
                        from presale where screening::jsonb -> 'film' -> 'distributor' ->> 'id' = ?
                        group by 1 order by 2""").param(company.toString()).query(Film.class).list();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
