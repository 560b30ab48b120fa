package org.houselights.ticketing.order;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.houselights.ticketing.lane.Entrance;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;

/**
 * Bounds the orders that are worked on at once: each of them takes memory, and what is spent on those who are refused is taken from those
 * who are served. A place is taken only when the order has been read: whoever sends it slowly keeps nobody out.
 */
@Component
public class OrderEntrance {

    private static final int COME_BACK_AFTER = 3;
    private static final int COME_BACK_BEFORE = 6;

    private final Entrance entrance;

    OrderEntrance(OrderSettings settings) {
        this.entrance = new Entrance(settings.atOnce());
    }

    /**
     * Lets an order in until the visit is closed.
     *
     * @throws ProblemException 429 if too many are in already
     */
    public Visit enter(UUID screeningId) {
        if (!entrance.letIn(screeningId)) {
            throw tooMany();
        }
        return new Visit(screeningId);
    }

    /** @throws ProblemException 429 if an order that came now would not be let in */
    void requireOpen(UUID screeningId) {
        if (!entrance.isOpenFor(screeningId)) {
            throw tooMany();
        }
    }

    private static ProblemException tooMany() {
        return Problems.tooMany(comeBack(), Sentence.of("too-many-pledges"));
    }

    /**
     * Not all in the same second: those who were refused together would only meet again. Nor in the next: each time that somebody is refused takes
     * from those who are served, and within three seconds thousands are.
     */
    private static Duration comeBack() {
        return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(COME_BACK_AFTER, COME_BACK_BEFORE));
    }

    /** An order's time inside. */
    public final class Visit implements AutoCloseable {

        private final UUID screeningId;

        private Visit(UUID screeningId) {
            this.screeningId = screeningId;
        }

        @Override
        public void close() {
            entrance.letOut(screeningId);
        }
    }
}
