package org.houselights.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries the outbox to Kafka: one relay per database at a time, in waves, each event at least once and each key in
 * order. An event leaves the outbox only after the broker has it, so a crash in between sends it again.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

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
            while (running) {
                if (!relayWhileHoldingTheLock()) {
                    waves.close();
                    bell.await(settings.takeOver());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the lock is another's, or is lost together with its connection. */
    private boolean relayWhileHoldingTheLock() throws InterruptedException {
        try (Connection connection = database.getConnection();
                OutboxRows rows = new OutboxRows(connection, json)) {
            if (!rows.tryLock()) {
                return false;
            }
            while (running) {
                relayOneWave(rows);
            }
            return true;
        } catch (SQLException | JacksonException e) {
            log.warn("The relay lost its database and tries again: {}", e.getMessage());
            return false;
        }
    }

    private void relayOneWave(OutboxRows rows) throws SQLException, InterruptedException {
        List<WaitingEvent> wave = rows.oldest(settings.wave(), clock.instant());
        if (wave.isEmpty()) {
            bell.await(settings.poll());
            return;
        }
        switch (waves.send(wave)) {
            case Waves.Outcome.Accepted _ -> rows.delete(wave);
            case Waves.Outcome.Refused _ -> relayEachKeyByItself(rows, wave);
            case Waves.Outcome.Unavailable unavailable -> waitForTheBroker(unavailable);
        }
    }

    /** Somewhere in the wave is an event that the broker refuses: it must hold up its own key and no other. */
    private void relayEachKeyByItself(OutboxRows rows, List<WaitingEvent> wave)
            throws SQLException, InterruptedException {
        Map<WaitingEvent.Lane, List<WaitingEvent>> byLane = wave.stream()
                .collect(Collectors.groupingBy(WaitingEvent::lane, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<WaitingEvent.Lane, List<WaitingEvent>> lane : byLane.entrySet()) {
            if (!relayUpToTheRefused(rows, lane.getKey(), lane.getValue())) {
                return;
            }
        }
    }

    private boolean relayUpToTheRefused(OutboxRows rows, WaitingEvent.Lane lane, List<WaitingEvent> events)
            throws SQLException, InterruptedException {
        for (WaitingEvent event : events) {
            switch (waves.send(List.of(event))) {
                case Waves.Outcome.Accepted _ -> {
                    rows.delete(List.of(event));
                    rows.accepted(lane);
                }
                case Waves.Outcome.Refused refused -> {
                    holdBack(rows, lane, refused.cause());
                    return true;
                }
                case Waves.Outcome.Unavailable unavailable -> {
                    waitForTheBroker(unavailable);
                    return false;
                }
            }
        }
        return true;
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

    private void waitForTheBroker(Waves.Outcome.Unavailable unavailable) throws InterruptedException {
        log.warn("The broker does not take events, they wait: {}", unavailable.cause());
        Thread.sleep(running ? settings.brokerPause() : Duration.ZERO);
    }
}
