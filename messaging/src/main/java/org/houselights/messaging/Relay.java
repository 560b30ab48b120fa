package org.houselights.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries the outbox to Kafka: one relay per database at a time, in waves, each event at least once and each key in
 * order. An event leaves the outbox only after the broker has it, so a crash in between sends it again.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    /**
     * So few are sooner sent one after the other than as a transaction: the broker has more to do for its end than for an event, and the next
     * may have to wait for it by 20 ms (its {@code add.partitions.to.txn.retry.backoff.ms}).
     */
    private static final int FEW = 8;

    private final DataSource database;
    private final Waves waves;
    private final JsonMapper json;
    private final Clock clock;
    private final MessagingSettings.Relay settings;
    private final RelayBell bell;

    private volatile boolean running;
    private @Nullable Thread thread;

    Relay(
            DataSource database,
            Waves waves,
            JsonMapper json,
            Clock clock,
            MessagingSettings.Relay settings,
            RelayBell bell) {
        this.database = database;
        this.waves = waves;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
        this.bell = bell;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("relay").start(this::relayWhileRunning);
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        Thread stopping = thread;
        if (stopping != null) {
            try {
                if (!stopping.join(settings.stop())) {
                    stopping.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the database and after everything that still appends. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void relayWhileRunning() {
        try (waves) {
            boolean eventsMayWait = false;
            while (running) {
                boolean lostTheLock = relayWhileHoldingTheLock(eventsMayWait);
                waves.close();
                eventsMayWait = bell.await(settings.takeOver()) || lostTheLock;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns when the lock is another's, or is lost together with its connection.
     *
     * @param eventsMayWait of this instance, which the relay that holds the lock has to be told
     * @return whether the lock may have been held, and with it a ring of the bell that nobody has answered
     */
    private boolean relayWhileHoldingTheLock(boolean eventsMayWait) throws InterruptedException {
        try (Connection connection = database.getConnection();
                OutboxRows rows = new OutboxRows(connection, json)) {
            if (!rows.tryLock()) {
                if (eventsMayWait) {
                    OtherInstances.ring(connection);
                }
                return false;
            }
            try (OtherInstances others = OtherInstances.listen(connection, database, bell)) {
                while (running && others.areHeard()) {
                    relayOneWave(rows);
                }
            }
        } catch (SQLException e) {
            log.warn("The relay lost its database and tries again: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("The relay failed and tries again", e);
        }
        return true;
    }

    private void relayOneWave(OutboxRows rows) throws SQLException, InterruptedException {
        Instant now = clock.instant();
        List<WaitingEvent> wave = rows.oldest(settings.wave(), now);
        if (wave.isEmpty()) {
            bell.await(untilNextRetry(rows, now));
            return;
        }
        try {
            if (wave.size() <= FEW) {
                relayOneByOne(rows, wave);
            } else {
                relayTogether(rows, wave);
                letOthersGather(wave.size());
            }
        } catch (Waves.BrokerUnavailable e) {
            log.warn("The broker does not take events, they wait: {}", e.getMessage());
            Thread.sleep(running ? settings.brokerPause() : Duration.ZERO);
        }
    }

    /**
     * A wave costs the broker and the database more than the events in it: in a rush two small ones are better one, and the greater the rush the
     * longer they may be in coming. A full one says that more wait already.
     */
    private void letOthersGather(int sent) throws InterruptedException {
        if (running && sent < settings.wave()) {
            Thread.sleep(settings.gather().multipliedBy(1 + sent / 100));
        }
    }

    private Duration untilNextRetry(OutboxRows rows, Instant now) throws SQLException {
        return rows.nextRetry(now)
                .map(retry -> Duration.between(now, retry))
                .filter(wait -> wait.compareTo(settings.poll()) < 0)
                .orElse(settings.poll());
    }

    /** None is on its way before the broker has the one before: whoever is refused holds up its own key and no other. */
    private void relayOneByOne(OutboxRows rows, List<WaitingEvent> wave)
            throws SQLException, Waves.BrokerUnavailable, InterruptedException {
        List<WaitingEvent> sent = new ArrayList<>();
        Set<WaitingEvent.Lane> heldUp = new HashSet<>();
        try {
            for (WaitingEvent event : wave) {
                if (heldUp.contains(event.lane())) {
                    continue;
                }
                Optional<String> refusal = waves.send(event);
                if (refusal.isEmpty()) {
                    sent.add(event);
                } else {
                    // First, since it also ends whatever trouble their keys had.
                    rows.delete(sent);
                    sent.clear();
                    holdBack(rows, event.lane(), refusal.get());
                    heldUp.add(event.lane());
                }
            }
        } finally {
            rows.delete(sent);
        }
    }

    /** In a wave of which nothing was taken, the refused event is found one by one: it must hold up its own key and no other. */
    private void relayTogether(OutboxRows rows, List<WaitingEvent> wave)
            throws SQLException, Waves.BrokerUnavailable, InterruptedException {
        if (waves.send(wave)) {
            rows.delete(wave);
        } else {
            relayOneByOne(rows, wave);
        }
    }

    private void holdBack(OutboxRows rows, WaitingEvent.Lane lane, String cause) throws SQLException {
        Instant now = clock.instant();
        int attempts = rows.refused(lane, cause, now.plus(settings.retry()));
        if (attempts >= settings.attempts()) {
            rows.park(lane, now);
            log.error("Parked {} {} after {} attempts: {}", lane.topic(), lane.key(), attempts, cause);
        } else {
            log.warn("{} {} was refused, attempt {}: {}", lane.topic(), lane.key(), attempts, cause);
        }
    }
}
