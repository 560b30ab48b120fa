package org.houselights.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OldRowsTest extends MessagingTest {

    private static final String CONSUMER = "one of long ago";

    @Autowired
    private MessagingSettings settings;

    /** Nobody who tests other things has rows as old as these. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @Test
    void what_no_delivery_can_bring_again_is_forgotten_however_much_it_is_and_nothing_else_is() {
        receive(25_000, LONG_AGO);
        receive(7, LONG_AGO.plusSeconds(2));
        jdbc.sql("""
                        create table deletion (count bigint);
                        create function note_deletion() returns trigger language plpgsql as
                            'begin insert into deletion select count(*) from gone; return null; end';
                        create trigger noted after delete on inbox referencing old table as gone
                            for each statement execute function note_deletion()""").update();

        oldRows().forget();

        assertThat(remembered()).isEqualTo(7);
        assertThat(jdbc.sql("select count from deletion").query(Long.class).list())
                .allMatch(count -> count <= 5_000)
                .hasSizeGreaterThanOrEqualTo(5);
        jdbc.sql("drop trigger noted on inbox; drop function note_deletion; drop table deletion; truncate inbox")
                .update();
    }

    @Test
    void several_forget_at_once_without_waiting_for_each_other() {
        receive(25_000, LONG_AGO);

        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select event_id from inbox where consumer = ? order by received_at limit 10 for update")
                    .param(CONSUMER)
                    .query(UUID.class)
                    .list();
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(oldRows()::forget),
                            CompletableFuture.runAsync(oldRows()::forget))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            assertThat(remembered()).as("rows that somebody else has in hand").isEqualTo(10);
        });

        oldRows().forget();
        assertThat(remembered()).isZero();
    }

    @Test
    void dead_letters_are_kept_until_somebody_replayed_them_and_as_long_again_as_events() {
        UUID waiting = bury(null);
        UUID replayed = bury(LONG_AGO);

        oldRows().forget();

        assertThat(jdbc.sql("select id from dead_letter where id in (?, ?)")
                        .params(waiting, replayed)
                        .query(UUID.class)
                        .list())
                .containsExactly(waiting);
        jdbc.sql("delete from dead_letter where id = ?").param(waiting).update();
    }

    private OldRows oldRows() {
        Instant now = LONG_AGO.plus(settings.keep()).plus(Duration.ofSeconds(1));
        return new OldRows(jdbc, Clock.fixed(now, ZoneOffset.UTC), settings);
    }

    private void receive(int events, Instant at) {
        jdbc.sql(
                        "insert into inbox (consumer, event_id, received_at) select ?, gen_random_uuid(), ? from generate_series(1, ?)")
                .params(CONSUMER, Timestamp.from(at), events)
                .update();
    }

    private long remembered() {
        return Objects.requireNonNull(jdbc.sql("select count(*) from inbox where consumer = ?")
                .param(CONSUMER)
                .query(Long.class)
                .single());
    }

    private UUID bury(@Nullable Instant replayedAt) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into dead_letter (id, dlt_topic, dlt_partition, dlt_offset, topic, headers, body, cause, died_at, replayed_at)
                        values (?, ?, 0, 0, 'old', '{}', '', 'old', ?, ?)""")
                .param(id)
                .param(id.toString())
                .param(Timestamp.from(LONG_AGO))
                .param(replayedAt == null ? null : Timestamp.from(replayedAt))
                .update();
        return id;
    }
}
