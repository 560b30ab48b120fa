package org.houselights.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as the relay sees it, over the one connection that holds the relay's lock: losing one is losing both. */
final class OutboxRows implements AutoCloseable {

    /** The advisory lock of the relay; any constant does, as each service has a database of its own. */
    private static final long RELAY_LOCK = 0x686f757365L;

    /** Longer than any statement may take. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Connection connection;
    private final JsonMapper json;

    OutboxRows(Connection connection, JsonMapper json) {
        this.connection = connection;
        this.json = json;
    }

    boolean tryLock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, RELAY_LOCK);
            try (ResultSet answer = lock.executeQuery()) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    return false;
                }
            }
        }
        noticeSilence();
        goByTheIndex();
        waitForNoDisk();
        planOnce();
        return true;
    }

    /** A machine that vanishes closes no connection: without this its lock would stay for hours. */
    private void noticeSilence() throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) SILENCE.toMillis());
        execute("set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4");
    }

    /** The outbox is empty at one moment and long at the next: a plan by its statistics would read all that was ever deleted. */
    private void goByTheIndex() throws SQLException {
        execute("set enable_seqscan = off");
    }

    /** What a crash of the database brings back to the outbox is sent once more, as after any other crash: only readers' inboxes notice. */
    private void waitForNoDisk() throws SQLException {
        execute("set synchronous_commit = off");
    }

    /** An event by itself would be planned four times on its way, which takes longer than all that is done with it. */
    private void planOnce() throws SQLException {
        execute("set plan_cache_mode = force_generic_plan");
    }

    private void execute(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** The oldest waiting events, without those of keys that are parked or not yet due for another try. */
    List<WaitingEvent> oldest(int atMost, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select id, topic, key, headers, body from outbox o
                where not exists (select 1 from outbox_trouble t where t.topic = o.topic and t.key = o.key
                                  and (t.parked_at is not null or t.retry_at > ?))
                order by id limit ?""")) {
            select.setTimestamp(1, Timestamp.from(now));
            select.setInt(2, atMost);
            try (ResultSet row = select.executeQuery()) {
                List<WaitingEvent> events = new ArrayList<>();
                while (row.next()) {
                    events.add(new WaitingEvent(
                            row.getLong("id"),
                            row.getString("topic"),
                            row.getString("key"),
                            json.readValue(row.getString("headers"), HEADERS),
                            row.getBytes("body")));
                }
                return events;
            }
        }
    }

    /** When the first of the keys that are held back is due for another try. */
    Optional<Instant> nextRetry(Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select min(retry_at) from outbox_trouble where parked_at is null and retry_at > ?")) {
            select.setTimestamp(1, Timestamp.from(now));
            try (ResultSet answer = select.executeQuery()) {
                answer.next();
                return Optional.ofNullable(answer.getTimestamp(1)).map(Timestamp::toInstant);
            }
        }
    }

    /** The broker has them, and whatever trouble their keys had is over. */
    void delete(Collection<WaitingEvent> sent) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                with sent as (delete from outbox where id = any (?) returning topic, key)
                delete from outbox_trouble where (topic, key) in (select topic, key from sent)""")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", sent.stream().map(WaitingEvent::id).toArray()));
            delete.executeUpdate();
        }
    }

    /** Counts one more refusal of the key and returns how many there have been. */
    int refused(WaitingEvent.Lane lane, String cause, Instant retryAt) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into outbox_trouble (topic, key, attempts, cause, retry_at) values (?, ?, 1, ?, ?)
                on conflict (topic, key) do update
                set attempts = outbox_trouble.attempts + 1, cause = excluded.cause, retry_at = excluded.retry_at
                returning attempts""")) {
            upsert.setString(1, lane.topic());
            upsert.setString(2, lane.key());
            upsert.setString(3, cause);
            upsert.setTimestamp(4, Timestamp.from(retryAt));
            try (ResultSet answer = upsert.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        }
    }

    void park(WaitingEvent.Lane lane, Instant now) throws SQLException {
        try (PreparedStatement park =
                connection.prepareStatement("update outbox_trouble set parked_at = ? where topic = ? and key = ?")) {
            park.setTimestamp(1, Timestamp.from(now));
            park.setString(2, lane.topic());
            park.setString(3, lane.key());
            park.executeUpdate();
        }
    }

    /** Gives the lock up; a pooled connection would otherwise carry it on. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            execute("select pg_advisory_unlock_all()");
            execute("reset enable_seqscan; reset synchronous_commit; reset plan_cache_mode");
        }
    }
}
