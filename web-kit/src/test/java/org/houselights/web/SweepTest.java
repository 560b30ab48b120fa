package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.houselights.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SweepTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration KEPT = Duration.ofDays(2);

    private final DataSource database = Database.get();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Sweep sweep = new Sweep(
            jdbc,
            new MovableClock(NOON),
            new WebSettings(
                    DataSize.ofMegabytes(1), Duration.ofMinutes(1), KEPT, KEPT, Duration.ofMinutes(10), Map.of()));

    @BeforeEach
    void empty() {
        jdbc.sql("truncate idempotent_call, session_revocation").update();
    }

    @Test
    void what_is_past_its_time_goes_however_much_it_is_and_the_rest_stays() {
        keep(25_000, NOON.minus(KEPT).minusSeconds(1));
        keep(7, NOON.minus(KEPT));

        sweep.run();

        assertThat(kept("idempotent_call")).isEqualTo(7);
        assertThat(kept("session_revocation")).isEqualTo(7);
    }

    @Test
    void several_sweep_at_once_without_waiting_for_who_has_a_row_in_hand() {
        keep(12_000, NOON.minus(KEPT).minusSeconds(1));

        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(_ -> {
            jdbc.sql("select key from idempotent_call limit 10 for update")
                    .query(String.class)
                    .list();
            CompletableFuture.allOf(CompletableFuture.runAsync(sweep::run), CompletableFuture.runAsync(sweep::run))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            assertThat(kept("idempotent_call")).as("rows in somebody's hand").isEqualTo(10);
        });
    }

    private void keep(int rows, Instant since) {
        jdbc.sql("""
                        insert into idempotent_call (scope, key, fingerprint, owner, lease_until, created_at)
                        select 'old', gen_random_uuid(), '', gen_random_uuid(), ?, ? from generate_series(1, ?)""").params(Timestamp.from(since), Timestamp.from(since), rows).update();
        jdbc.sql("insert into session_revocation select gen_random_uuid(), ? from generate_series(1, ?)")
                .params(Timestamp.from(since), rows)
                .update();
    }

    private long kept(String table) {
        return Objects.requireNonNull(
                jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }
}
