package org.houselights.ticketing.presale.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.houselights.ticketing.presale.FindPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.Progress;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Knows how the pre-sales stand that somebody is watching. Their rows decide everything, so one query by primary key, a few times
 * a second and only while somebody watches, tells every instance what any of them did; readers cost the database nothing.
 */
@Component
class LiveProgress {

    private static final Logger log = LoggerFactory.getLogger(LiveProgress.class);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final FindPresale presales;
    private final Semaphore places;
    private final Clock clock;
    private final Map<UUID, Visited> watched = new ConcurrentHashMap<>();
    private volatile boolean closed;

    LiveProgress(FindPresale presales, LiveSettings settings, Clock clock) {
        this.presales = presales;
        this.places = new Semaphore(settings.readers());
        this.clock = clock;
    }

    /** @throws org.houselights.web.ProblemException 404 when there is no such pre-sale, 503 when too many watch already */
    void requirePlace(UUID screeningId) {
        if (!watched.containsKey(screeningId)) {
            presales.find(screeningId);
        }
        if (closed || places.availablePermits() == 0) {
            throw noPlace();
        }
    }

    /** @throws org.houselights.web.ProblemException likewise */
    Watch watch(UUID screeningId) {
        if (closed || !places.tryAcquire()) {
            throw noPlace();
        }
        try {
            Watched presale = visit(screeningId).presale();
            if (closed) {
                presale.end();
            }
            return new Watch(screeningId, presale);
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private static ProblemException noPlace() {
        return Problems.unavailable(LATER, Sentence.of("too-many-watch"));
    }

    /** Thousands come back at once after a restart: only the first of them ask the database. */
    private Visited visit(UUID screeningId) {
        Visited known = watched.computeIfPresent(screeningId, (id, there) -> there.byOneMore());
        if (known != null) {
            return known;
        }
        Watched found = new Watched(progress(presales.find(screeningId)));
        return watched.merge(screeningId, new Visited(found, 1), (there, here) -> there.byOneMore());
    }

    @Scheduled(fixedDelayString = "${houselights.live.interval:200ms}")
    void look() {
        if (!watched.isEmpty()) {
            try {
                presales.find(watched.keySet()).forEach(this::tell);
            } catch (RuntimeException e) {
                log.debug("Could not look how the watched pre-sales stand; looking again", e);
            }
        }
    }

    private void tell(Presale presale) {
        Visited visited = watched.get(presale.screeningId());
        if (visited != null) {
            visited.presale().tell(progress(presale));
        }
    }

    private Progress progress(Presale presale) {
        return Progress.of(presale, clock.instant());
    }

    /** Readers are let go before the web server waits for its requests to end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        watched.values().forEach(visited -> visited.presale().end());
    }

    private void leave(UUID screeningId) {
        watched.computeIfPresent(
                screeningId,
                (id, there) -> there.readers() == 1 ? null : new Visited(there.presale(), there.readers() - 1));
        places.release();
    }

    private record Visited(Watched presale, int readers) {

        Visited byOneMore() {
            return new Visited(presale, readers + 1);
        }
    }

    /** One reader's look at a pre-sale, until it is closed. */
    final class Watch implements AutoCloseable {

        private final UUID screeningId;
        private final Watched presale;

        private Watch(UUID screeningId, Watched presale) {
            this.screeningId = screeningId;
            this.presale = presale;
        }

        Watched presale() {
            return presale;
        }

        @Override
        public void close() {
            leave(screeningId);
        }
    }
}
