package org.houselights.ticketing.presale.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.houselights.ticketing.presale.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A pre-sale that somebody is watching: one snapshot for all of its readers. A reader who is slow misses what was overtaken
 * meanwhile, and nobody waits for it.
 */
final class Watched {

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Told latest;
    private boolean over;

    Watched(Progress progress) {
        this.latest = new Told(progress, new ConcurrentHashMap<>());
    }

    void tell(Progress progress) {
        lock.lock();
        try {
            if (!progress.equals(latest.progress())) {
                latest = new Told(progress, new ConcurrentHashMap<>());
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something newer than what a reader was told last; empty if nothing came in time, or nothing will. */
    Optional<Told> after(@Nullable Told last, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!isNewsTo(last) && !over && left > 0) {
                left = changed.awaitNanos(left);
            }
            return isNewsTo(last) && !over ? Optional.of(latest) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean isNewsTo(@Nullable Told last) {
        return last == null || !latest.progress().equals(last.progress());
    }

    /** One state of a pre-sale, set once in each language that its readers speak. */
    record Told(Progress progress, Map<Locale, String> byLanguage) {

        String html(Locale language, BiFunction<Progress, Locale, String> part) {
            return byLanguage.computeIfAbsent(language, any -> part.apply(progress, language));
        }
    }
}
