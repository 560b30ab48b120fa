package org.houselights.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as the relay sees it, over the one connection that holds the relay's lock: losing one is losing both. */
final class OutboxRows implements AutoCloseable {

    /** The advisory lock of the relay; any constant does, as each service has a database of its own. */
    private static final long RELAY_LOCK = 0x686f757365L;

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
                return answer.next() && answer.getBoolean(1);
            }
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
                            row.getString("body")));
                }
                return events;
            }
        }
    }

    void delete(Collection<WaitingEvent> sent) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
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

    /** The key's trouble is over. */
    void accepted(WaitingEvent.Lane lane) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement(
                "delete from outbox_trouble where topic = ? and key = ? and parked_at is null")) {
            clear.setString(1, lane.topic());
            clear.setString(2, lane.key());
            clear.executeUpdate();
        }
    }

    /** Gives the lock up; a pooled connection would otherwise carry it on. */
    @Override
    public void close() throws SQLException {
        try (connection;
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        }
    }
}
