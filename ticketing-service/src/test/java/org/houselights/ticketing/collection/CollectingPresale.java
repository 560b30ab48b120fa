package org.houselights.ticketing.collection;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.houselights.ticketing.payment.PaymentProvider;
import org.houselights.ticketing.payment.SavedCard;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pre-sale that just reached its threshold, with its pledges, put straight into the tables. */
final class CollectingPresale {

    static final long PRICE = 2400;

    private final JdbcClient jdbc;
    private final PaymentProvider provider;
    private final Instant now;
    private final UUID screeningId = UUID.randomUUID();

    CollectingPresale(JdbcClient jdbc, PaymentProvider provider, Instant now) {
        this.jdbc = jdbc;
        this.provider = provider;
        this.now = now;
        jdbc.sql("""
                        insert into presale (screening_id, status, screening, screening_sequence, host_id, currency, price, capacity,
                            wheelchair_places, threshold, goal, starts_at, deadline, opened_at, reached_at, cure_ends_at,
                            sequence)
                        values (:id, 'COLLECTING', '{}', 1, :id, 'USD', :price, 5000, 0, 5000, :goal, :later, :later, :now,
                            :now, :later, 1)""")
                .param("id", screeningId)
                .param("price", PRICE)
                .param("goal", PRICE * 5000)
                .param("now", Timestamp.from(now))
                .param("later", Timestamp.from(now.plus(Duration.ofDays(3))))
                .update();
    }

    /** @return the order, whose charge is due at once */
    UUID pledge(String token) {
        return pledge(provider.saveCard(token));
    }

    UUID pledge(SavedCard card) {
        UUID order = UUID.randomUUID();
        jdbc.sql("""
                        with held as (
                            update presale set seats_held = seats_held + 1, pledged = pledged + :price where screening_id = :screening)
                        insert into orders (id, screening_id, status, bought, name, email, email_hash, locale, tickets, seats,
                            wheelchairs, amount, currency, card, card_brand, card_last4, request_key, revision, placed_at, changed_at)
                        values (:id, :screening, 'PLEDGED', false, 'Ada', 'ada@example.org', :key, 'en', :tickets, 1, 0, :price,
                            'USD', :card, :brand, :last4, :key, 1, :now, :now)""")
                .param("id", order)
                .param("screening", screeningId)
                .param("key", order.toString())
                .param("tickets", """
                        {"lines":[{"type":"FULL","quantity":1,"unit":{"minorUnits":%d,"currency":"USD"}}]}""".formatted(PRICE))
                .param("price", PRICE)
                .param("card", card.reference())
                .param("brand", card.brand())
                .param("last4", card.last4())
                .param("now", Timestamp.from(now))
                .update();
        return order;
    }

    List<UUID> pledges(int count, String token) {
        return Stream.generate(() -> pledge(token)).limit(count).toList();
    }

    String statusOf(UUID order) {
        return jdbc.sql("select status from orders where id = :id")
                .param("id", order)
                .query(String.class)
                .single();
    }

    int ordersThatAre(String status) {
        return jdbc.sql("select count(*) from orders where screening_id = :id and status = :status")
                .param("id", screeningId)
                .param("status", status)
                .query(Integer.class)
                .single();
    }

    /** What the provider took for an order, in charges. */
    int chargesOf(UUID order) {
        return jdbc.sql("select count(*) from sandbox_charge where order_id = :id and reference is not null")
                .param("id", order)
                .query(Integer.class)
                .single();
    }

    /** What the provider took for all of them, less what it gave back. */
    long moneyWithUs() {
        return jdbc.sql("""
                        select coalesce(sum(minor_units - refunded), 0) from sandbox_charge join orders on orders.id = order_id
                        where screening_id = :id and reference is not null""").param("id", screeningId).query(Long.class).single();
    }

    /** How many of their cards the provider has forgotten. */
    int cardsForgotten(List<UUID> orders) {
        return jdbc.sql("""
                        select count(*) from sandbox_forgotten_card join orders on orders.card = sandbox_forgotten_card.reference
                        where orders.id in (:orders)""").param("orders", orders).query(Integer.class).single();
    }

    int cardsToForget() {
        return jdbc.sql("select count(*) from card_to_forget")
                .query(Integer.class)
                .single();
    }

    long collected() {
        return jdbc.sql("select collected from presale where screening_id = :id")
                .param("id", screeningId)
                .query(Long.class)
                .single();
    }

    void cancel() {
        jdbc.sql("update presale set status = 'CANCELLED', winding_up = true where screening_id = :id")
                .param("id", screeningId)
                .update();
    }
}
