package org.houselights.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

class OneTripTest extends MessagingTest {

    private static final String INSERT = "insert into outbox_trouble (topic, key, attempts, cause, retry_at)"
            + " values ('a trip', ?, ?, 'none', now() + interval '1 day')";

    private static final String KEYS =
            "select key from outbox_trouble where topic = 'a trip' and key like ? order by key";

    private static final String LOCK = "select key from outbox_trouble";

    @Autowired
    private JdbcTemplate database;

    @Test
    void each_question_is_answered_to_its_own_reader() {
        String key = newKey();
        List<String> nobody = new ArrayList<>();
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();

        OneTrip trip = new OneTrip();
        trip.ask("select 'nobody' where false", row -> nobody.add(row.getString(1)));
        trip.add(INSERT, key + " 1", 1);
        trip.add(INSERT, key + " 2", 1);
        trip.ask(KEYS, row -> first.add(row.getString(1)), key + "%");
        trip.add("delete from outbox_trouble where key = ?", key + " 1");
        trip.ask(KEYS, row -> second.add(row.getString(1)), key + "%");
        transaction.executeWithoutResult(status -> trip.make(database));

        assertThat(nobody).isEmpty();
        assertThat(first).containsExactly(key + " 1", key + " 2");
        assertThat(second).containsExactly(key + " 2");
    }

    @Test
    void a_question_sees_what_was_committed_while_the_one_before_it_waited() {
        String key = newKey();
        database.update(INSERT, key, 1);

        CompletableFuture<List<String>> seen = Objects.requireNonNull(transaction.execute(status -> {
            database.update("update outbox_trouble set cause = 'held' where key = ?", key);
            database.update(INSERT, key + " later", 1);
            var waiting = CompletableFuture.supplyAsync(() -> lockAndLook(key));
            await().until(() -> somebodyWaitsIn(LOCK));
            return waiting;
        }));

        assertThat(seen.join()).containsExactly(key, key + " later");
    }

    @Test
    void what_was_committed_on_the_way_stays() {
        String key = newKey();

        transaction.executeWithoutResult(status -> {
            OneTrip trip = new OneTrip();
            trip.add(INSERT, key, 1);
            trip.makeAndCommit(database);
            status.setRollbackOnly();
        });

        assertThat(keys(key)).containsExactly(key);
    }

    @Test
    void a_trip_that_is_refused_commits_nothing() {
        String key = newKey();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    OneTrip trip = new OneTrip();
                    trip.add(INSERT, key + " 1", 1);
                    trip.add(INSERT, key + " 2", 0);
                    trip.makeAndCommit(database);
                }))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(keys(key)).isEmpty();
    }

    private List<String> lockAndLook(String key) {
        List<String> seen = new ArrayList<>();
        OneTrip trip = new OneTrip();
        trip.ask(LOCK + " where key = ? for update", row -> {}, key);
        trip.ask(KEYS, row -> seen.add(row.getString(1)), key + "%");
        transaction.executeWithoutResult(status -> trip.make(database));
        return seen;
    }

    private List<String> keys(String key) {
        return database.queryForList(KEYS, String.class, key + "%");
    }
}
