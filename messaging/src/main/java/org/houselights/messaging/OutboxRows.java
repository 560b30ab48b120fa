package org.houselights.messaging;

import static org.houselights.messaging.OneTrip.column;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as the relay sees it, over the one connection that holds the relay's lock: losing one is losing both. */
final class OutboxRows implements AutoCloseable {

    /**
     * @param events the oldest, without those of keys that are parked or not yet due for another try
     * @param nextRetry when the first of the keys that are held back is due
     */
    record Waiting(List<WaitingEvent> events, Optional<Instant> nextRetry) {}

    /** The advisory lock of the relay; any constant does, as each service has a database of its own. */
    private static final long RELAY_LOCK = 0x686f757365L;

    /** Longer than any statement may take. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Connection connection;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    OutboxRows(Connection connection, JsonMapper json) {
        this.connection = connection;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.json = json;
    }

    boolean tryLock() throws SQLException {
        boolean locked = Objects.requireNonNull(
                jdbc.queryForObject("select pg_try_advisory_lock(?)", Boolean.class, RELAY_LOCK));
        if (locked) {
            noticeSilence();
            goByTheIndex();
            waitForNoDisk();
            planOnce();
        }
        return locked;
    }

    /** A machine that vanishes closes no connection: without this its lock would stay for hours. */
    private void noticeSilence() throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) SILENCE.toMillis());
        jdbc.execute("set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4");
    }

    /** The outbox is empty at one moment and long at the next: a plan by its statistics would read all that was ever deleted. */
    private void goByTheIndex() {
        jdbc.execute("set enable_seqscan = off");
    }

    /** What a crash of the database brings back to the outbox is sent once more, as after any other crash: only readers' inboxes notice. */
    private void waitForNoDisk() {
        jdbc.execute("set synchronous_commit = off");
    }

    /** An event by itself would be planned four times on its way, which takes longer than all that is done with it. */
    private void planOnce() {
        jdbc.execute("set plan_cache_mode = force_generic_plan");
    }

    /** @param sent leave the outbox on the way: for an event by itself each way to the database and back counts */
    Waiting next(Collection<WaitingEvent> sent, int atMost, Instant now) {
        List<WaitingEvent> events = new ArrayList<>();
        List<Instant> retries = new ArrayList<>();
        OneTrip trip = new OneTrip();
        delete(sent, trip);
        trip.ask("""
                select id, topic, key, headers, body from outbox o
                where not exists (select 1 from outbox_trouble t where t.topic = o.topic and t.key = o.key
                                  and (t.parked_at is not null or t.retry_at > ?))
                order by id limit ?""", row -> events.add(event(row)), Timestamp.from(now), atMost);
        trip.ask(
                "select retry_at from outbox_trouble where parked_at is null and retry_at > ? order by retry_at limit 1",
                row -> retries.add(row.getTimestamp("retry_at").toInstant()),
                Timestamp.from(now));
        trip.make(jdbc);
        return new Waiting(events, retries.stream().findFirst());
    }

    private WaitingEvent event(ResultSet row) throws SQLException {
        return new WaitingEvent(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("key"),
                json.readValue(row.getString("headers"), HEADERS),
                row.getBytes("body"));
    }

    /** The broker has them, and whatever trouble their keys had is over. */
    void delete(Collection<WaitingEvent> sent) {
        OneTrip trip = new OneTrip();
        delete(sent, trip);
        trip.make(jdbc);
    }

    private static void delete(Collection<WaitingEvent> sent, OneTrip trip) {
        if (!sent.isEmpty()) {
            trip.add("""
                    with sent as (delete from outbox where id = any (?::bigint[]) returning topic, key)
                    delete from outbox_trouble where (topic, key) in (select topic, key from sent)""", (Object) column(sent, WaitingEvent::id));
        }
    }

    /** Counts one more refusal of the key and returns how many there have been. */
    int refused(WaitingEvent.Lane lane, String cause, Instant retryAt) {
        return Objects.requireNonNull(
                jdbc.queryForObject("""
                insert into outbox_trouble (topic, key, attempts, cause, retry_at) values (?, ?, 1, ?, ?)
                on conflict (topic, key) do update
                set attempts = outbox_trouble.attempts + 1, cause = excluded.cause, retry_at = excluded.retry_at
                returning attempts""", Integer.class, lane.topic(), lane.key(), cause, Timestamp.from(retryAt)));
    }

    void park(WaitingEvent.Lane lane, Instant now) {
        jdbc.update(
                "update outbox_trouble set parked_at = ? where topic = ? and key = ?",
                Timestamp.from(now),
                lane.topic(),
                lane.key());
    }

    /** Gives the lock up; a pooled connection would otherwise carry it on. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            jdbc.execute("select pg_advisory_unlock_all()");
            jdbc.execute("reset enable_seqscan; reset synchronous_commit; reset plan_cache_mode");
        }
    }
}
