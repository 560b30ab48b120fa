package org.houselights.ticketing.presale.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.houselights.ticketing.presale.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A pre-sale that somebody is watching: one snapshot for all of its readers. A reader who is slow misses what was overtaken
 * meanwhile, and nobody waits for it.
 */
final class Watched {

    private volatile Told latest;
    private volatile boolean over;

    Watched(Progress progress) {
        this.latest = new Told(progress);
    }

    synchronized void tell(Progress progress) {
        Told before = latest;
        if (!progress.equals(before.progress())) {
            latest = new Told(progress);
            before.overtaken.countDown();
        }
    }

    synchronized void end() {
        over = true;
        latest.overtaken.countDown();
    }

    boolean isOver() {
        return over;
    }

    /** Waits for something newer than what a reader was told last; empty if nothing came in time, or nothing will. */
    @SuppressWarnings("ReferenceEquality") // what was told is told once
    Optional<Told> after(@Nullable Told last, Duration atMost) throws InterruptedException {
        if (latest == last) {
            last.overtaken.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
        Told now = latest;
        return now == last || over ? Optional.empty() : Optional.of(now);
    }

    /** One state of a pre-sale, set once in each language that its readers speak. */
    static final class Told {

        private final Progress progress;
        private final Map<Locale, byte[]> byLanguage = new ConcurrentHashMap<>();
        /** Opens for all readers at once, where a lock would let them through one after the other. */
        private final CountDownLatch overtaken = new CountDownLatch(1);

        private Told(Progress progress) {
            this.progress = progress;
        }

        Progress progress() {
            return progress;
        }

        byte[] event(Locale language, BiFunction<Progress, Locale, byte[]> set) {
            return byLanguage.computeIfAbsent(language, any -> set.apply(progress, language));
        }
    }
}
