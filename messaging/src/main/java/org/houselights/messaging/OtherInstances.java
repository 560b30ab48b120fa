package org.houselights.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the ring of the bell to the instance whose relay holds the lock. Only the idle instances notify, between their
 * transactions: a notification inside of them would make all commits of the database queue for one lock.
 */
final class OtherInstances implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OtherInstances.class);
    private static final String CHANNEL = "outbox";
    private static final int LOOK_UP_MILLIS = 10_000;

    private final Connection relay;
    private final Thread listener;
    private volatile boolean listening = true;

    private OtherInstances(Connection relay, DataSource database, RelayBell bell) {
        this.relay = relay;
        this.listener = Thread.ofVirtual().name("relay-listener").start(() -> passOn(database, bell));
    }

    /** @param relay the connection that holds the lock; listening takes one of its own */
    static OtherInstances listen(Connection relay, DataSource database, RelayBell bell) {
        return new OtherInstances(relay, database, bell);
    }

    static void ring(Connection connection) throws SQLException {
        execute(connection, "notify " + CHANNEL);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    boolean areHeard() {
        return listener.isAlive();
    }

    private void passOn(DataSource database, RelayBell bell) {
        try (Connection connection = database.getConnection()) {
            execute(connection, "listen " + CHANNEL);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            bell.ring();
            while (listening) {
                if (postgres.getNotifications(LOOK_UP_MILLIS).length > 0) {
                    bell.ring();
                }
            }
            execute(connection, "unlisten " + CHANNEL);
        } catch (SQLException e) {
            log.warn("The relay no longer hears other instances and starts anew: {}", e.getMessage());
            bell.ring();
        }
    }

    /** Wakes the listener, so that it gives its connection back to the pool as it got it. */
    @Override
    public void close() throws SQLException {
        listening = false;
        ring(relay);
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
