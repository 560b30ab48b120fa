package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class DeadlockTest {

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_buyer_whose_change_the_database_gave_up_to_break_a_deadlock_does_not_notice() {
        ScreeningTold screening = ScreeningTold.at(clock.instant());
        desk.onSale(screening);
        UUID order = counter.order(screening, "Ann", 2, GOOD_CARD);
        long deadlocks = deadlocks();

        CompletableFuture<Void> change = transaction.execute(status -> {
            lock("orders", "id", order);
            CompletableFuture<Void> altering =
                    CompletableFuture.runAsync(() -> counter.alter(screening, order, 3), Thread::startVirtualThread);
            await().until(this::somebodyWaits);
            // The wrong way round: whoever alters waits for the order, and was the first to wait.
            lock("presale", "screening_id", screening.id());
            return altering;
        });

        assertThat(change).succeedsWithin(Duration.ofSeconds(10));
        await().untilAsserted(() -> assertThat(deadlocks()).isGreaterThan(deadlocks));
        assertThat(counter.show(order).order().seats()).isEqualTo(3);
        assertThat(counter.events(screening)).containsOnlyOnce("OrderAltered");
        counter.audit(screening);
    }

    @Test
    void nothing_is_waited_for_without_end() {
        assertThat(setting("lock_timeout")).isEqualTo("5s");
        assertThat(setting("statement_timeout")).isEqualTo("10s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private void lock(String table, String key, UUID id) {
        jdbc.sql("select 1 from %s where %s = ? for update".formatted(table, key))
                .param(id)
                .query(Integer.class)
                .single();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity where datname = current_database()
                                       and cardinality(pg_blocking_pids(pid)) > 0)""").query(Boolean.class).single();
    }

    private long deadlocks() {
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
