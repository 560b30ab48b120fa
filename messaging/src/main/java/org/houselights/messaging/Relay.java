package org.houselights.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries the outbox to Kafka: one relay per database at a time, in waves, each event at least once and each key in
 * order. An event leaves the outbox only after the broker has it, so a crash in between sends it again.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    /** Bytes of a wave, after which the next may be as long again in coming: counted so, since an event tells of one pledge or of fifty. */
    private static final int MUCH = 32 * 1024;

    /** So many times as long, and no longer. */
    private static final int LONGEST = 10;

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
                List<WaitingEvent> sent = List.of();
                while (running && others.areHeard()) {
                    sent = relayOneWave(rows, sent);
                }
                rows.delete(sent);
            }
        } catch (SQLException | DataAccessException e) {
            log.warn("The relay lost its database and tries again: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("The relay failed and tries again", e);
        }
        return true;
    }

    /**
     * @param sent by the wave before
     * @return what is sent and still has to leave the outbox
     */
    private List<WaitingEvent> relayOneWave(OutboxRows rows, List<WaitingEvent> sent) throws InterruptedException {
        long began = System.nanoTime();
        Instant now = clock.instant();
        OutboxRows.Waiting waiting = rows.next(sent, settings.wave(), now);
        List<WaitingEvent> wave = waiting.events();
        if (wave.isEmpty()) {
            bell.await(untilNextRetry(waiting, now));
            return List.of();
        }
        Waves.Outcome outcome = waves.send(wave);
        if (outcome.isRefusal()) {
            return relayOneByOne(rows, wave, outcome.taken());
        }
        if (outcome.isWhole()) {
            letOthersGather(wave, began);
        } else {
            waitForTheBroker(outcome);
        }
        return outcome.taken();
    }

    private Duration untilNextRetry(OutboxRows.Waiting waiting, Instant now) {
        return waiting.nextRetry()
                .map(retry -> Duration.between(now, retry))
                .filter(wait -> wait.compareTo(settings.poll()) < 0)
                .orElse(settings.poll());
    }

    /**
     * A wave costs the broker and the database more than the events in it: two small ones are better one, and the greater the rush the longer they
     * may be in coming. Who comes when nobody came just before waits for none; after a full wave more wait already.
     */
    private void letOthersGather(List<WaitingEvent> sent, long began) throws InterruptedException {
        if (running && sent.size() < settings.wave()) {
            int bytes = sent.stream().mapToInt(event -> event.body().length).sum();
            Duration apart = settings.gather().multipliedBy(Math.min(LONGEST, 1 + bytes / MUCH));
            Thread.sleep(apart.minusNanos(System.nanoTime() - began));
        }
    }

    private void waitForTheBroker(Waves.Outcome outcome) throws InterruptedException {
        log.warn("The broker does not take events, they wait: {}", outcome.cause());
        Thread.sleep(running ? settings.brokerPause() : Duration.ZERO);
    }

    /**
     * To find whoever is refused: it must hold up its own key and no other.
     *
     * @param taken of the wave already
     * @return what is sent and still has to leave the outbox
     */
    private List<WaitingEvent> relayOneByOne(OutboxRows rows, List<WaitingEvent> wave, List<WaitingEvent> taken)
            throws InterruptedException {
        List<WaitingEvent> sent = new ArrayList<>(taken);
        List<WaitingEvent> left = new ArrayList<>(wave);
        left.removeAll(taken);
        Set<WaitingEvent.Lane> heldUp = new HashSet<>();
        for (WaitingEvent event : left) {
            if (heldUp.contains(event.lane())) {
                continue;
            }
            Waves.Outcome outcome = waves.send(List.of(event));
            sent.addAll(outcome.taken());
            if (outcome.isRefusal()) {
                // First, since it also ends whatever trouble their keys had.
                rows.delete(sent);
                sent.clear();
                holdBack(rows, event.lane(), outcome.cause());
                heldUp.add(event.lane());
            } else if (!outcome.isWhole()) {
                waitForTheBroker(outcome);
                break;
            }
        }
        return sent;
    }

    private void holdBack(OutboxRows rows, WaitingEvent.Lane lane, String cause) {
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
