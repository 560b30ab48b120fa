package org.houselights.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.houselights.web.WebSettings.Limit;

/**
 * Says no to what comes too often. Counts are kept in the memory of this instance and forgotten once they are over.
 */
public final class RateLimits {

    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

    private final Map<String, Limit> limits;
    private final Clock clock;
    private final Map<Counted, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicLong tidied;

    RateLimits(Map<String, Limit> limits, Clock clock) {
        this.limits = limits;
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
        tidy();
        ConsumptionProbe probe = buckets.computeIfAbsent(new Counted(limit, require(limit), key), this::bucket)
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problems.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()), Sentence.of("too-often"));
        }
    }

    private Limit require(String name) {
        Limit limit = limits.get(name);
        if (limit == null) {
            throw new IllegalStateException("No setting houselights.web.limits." + name);
        }
        return limit;
    }

    private Bucket bucket(Counted counted) {
        int permits = counted.limit().permits();
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(permits)
                        .refillIntervally(permits, counted.limit().per())
                        .build())
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    private void tidy() {
        long now = clock.millis();
        long last = tidied.get();
        if (now - last > TIDY_EVERY.toMillis() && tidied.compareAndSet(last, now)) {
            buckets.entrySet()
                    .removeIf(entry -> entry.getValue().getAvailableTokens()
                            >= entry.getKey().limit().permits());
        }
    }

    private record Counted(String name, Limit limit, String key) {}

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
