package org.houselights.ticketing.collection;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims work as long as it has hands free, and gives each piece a thread of its own: a piece that takes long keeps one
 * hand busy and nobody else waiting. Work is claimed only when it can begin at once, so that a claim's lease isn't
 * spent in a queue. Once a piece is done its hand is free for the next, while what came of it is written down.
 */
final class WorkLoop<T> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);

    /** For each hand, so that work isn't done faster for long than it can be written down. */
    private static final int CLAIMED_AT_MOST = 4;

    private final String name;
    private final Semaphore hands;
    private final int most;
    /** Claimed and not written down. */
    private final AtomicInteger claimed = new AtomicInteger();

    private final BooleanSupplier open;
    private final IntFunction<List<T>> claim;
    private final Function<T, Runnable> work;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ExecutorService claimer;
    private final ExecutorService workers;

    /**
     * @param hands how many pieces are worked on at once
     * @param open whether work is taken on at the moment
     * @param claim takes up to so many pieces, fewer if fewer are due
     * @param work does a piece, and returns how to write down what came of it
     */
    WorkLoop(String name, int hands, BooleanSupplier open, IntFunction<List<T>> claim, Function<T, Runnable> work) {
        this.name = name;
        this.hands = new Semaphore(hands);
        this.most = CLAIMED_AT_MOST * hands;
        this.open = open;
        this.claim = claim;
        this.work = work;
        this.claimer = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name(name + "-claimer").factory());
        this.workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /** Looks for work soon, in another thread. Called any number of times at once, it looks once. */
    void wake() {
        if (called.compareAndSet(false, true)) {
            try {
                claimer.execute(this::claimAll);
            } catch (RejectedExecutionException e) {
                log.debug("{} is closed", name);
            }
        }
    }

    /** Whether nothing is being worked on. */
    boolean isAtRest() {
        return claimed.get() == 0;
    }

    private void claimAll() {
        called.set(false);
        try {
            while (open.getAsBoolean() && claimSome()) {
                // until there is no hand free or nothing due; the next wake-up comes when either changes
            }
        } catch (RuntimeException e) {
            log.warn("{} can't be claimed at the moment: {}", name, e.getClass().getSimpleName());
        }
    }

    private boolean claimSome() {
        int free = hands.drainPermits();
        int wanted = Math.min(free, most - claimed.get());
        int started = 0;
        try {
            if (wanted > 0) {
                for (T piece : claim.apply(wanted)) {
                    claimed.incrementAndGet();
                    workers.execute(() -> finish(piece));
                    started++;
                }
            }
        } finally {
            hands.release(free - started);
        }
        return wanted > 0 && started == wanted;
    }

    private void finish(T piece) {
        try {
            workOn(piece).run();
        } catch (RuntimeException e) {
            log.warn("{}: one was left to the end of its lease", name, e);
        } finally {
            claimed.decrementAndGet();
            wake();
        }
    }

    private Runnable workOn(T piece) {
        try {
            return work.apply(piece);
        } finally {
            hands.release();
            wake();
        }
    }

    /** Takes nothing on any more and lets the work in hand end. */
    @Override
    public void close() {
        claimer.close();
        workers.close();
    }
}
