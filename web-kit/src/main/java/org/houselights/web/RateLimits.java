package org.houselights.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.houselights.web.WebSettings.Limit;

/**
 * Says no to what comes too often. Counts are kept in the memory of this instance and forgotten once they are over. There is one for each
 * address that ordered within some minutes, so in a rush there are very many: each is as small as it can be, and there is an end to them.
 */
public final class RateLimits {

    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

    /** Keys that are counted towards one limit, with their texts forty megabytes. Whoever comes as so many isn't stopped by counting each. */
    static final int MOST = 250_000;

    private final Map<String, Counts> limits;
    private final Clock clock;
    private final AtomicLong tidied;

    RateLimits(Map<String, Limit> limits, Clock clock) {
        this.limits = limits.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, limit -> new Counts(limit.getValue())));
        this.clock = clock;
        this.tidied = new AtomicLong(clock.millis());
    }

    /**
     * Counts one more for this key.
     *
     * @param limit the name of a limit in the settings
     * @param key what is counted, such as a network or the hash of an address
     * @throws ProblemException 429 with the time to wait, if that is one too many
     */
    public void take(String limit, String key) {
        long now = clock.millis();
        tidy(now);
        Counts counts = limits.get(limit);
        if (counts == null) {
            throw new IllegalStateException("No setting houselights.web.limits." + limit);
        }
        counts.add(key, now);
    }

    /** How many keys have a count. */
    int counted() {
        return limits.values().stream().mapToInt(Counts::size).sum();
    }

    private void tidy(long now) {
        long last = tidied.get();
        if (now - last > TIDY_EVERY.toMillis() && tidied.compareAndSet(last, now)) {
            limits.values().forEach(counts -> counts.forget(now));
        }
    }

    /** What counts towards one limit. */
    private static final class Counts {

        private final int permits;
        private final long per;
        private final Map<String, Count> byKey = new ConcurrentHashMap<>();

        private Counts(Limit limit) {
            this.permits = limit.permits();
            this.per = limit.per().toMillis();
        }

        /** When there are too many keys, all begin anew. */
        private void add(String key, long now) {
            if (byKey.size() >= MOST) {
                byKey.clear();
            }
            Count count = byKey.compute(
                    key,
                    (_, before) -> before == null || before.isOver(now) ? new Count(now + per, 1) : before.andOne());
            if (count.times() > permits) {
                throw Problems.tooMany(Duration.ofMillis(count.until() - now), Sentence.of("too-often"));
            }
        }

        private int size() {
            return byKey.size();
        }

        private void forget(long now) {
            byKey.values().removeIf(count -> count.isOver(now));
        }
    }

    /** @param until when it is over, as milliseconds of the clock */
    private record Count(long until, long times) {

        private boolean isOver(long now) {
            return now >= until;
        }

        private Count andOne() {
            return new Count(until, times + 1);
        }
    }
}
