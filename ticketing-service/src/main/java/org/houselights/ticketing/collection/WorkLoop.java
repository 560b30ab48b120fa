package org.houselights.ticketing.collection;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims work as long as it has hands free, and gives each piece a thread of its own: a piece that takes long keeps one
 * hand busy and nobody else waiting. Work is claimed only when it can begin at once, so that a claim's lease isn't
 * spent in a queue.
 */
final class WorkLoop<T> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);

    private final String name;
    private final Semaphore hands;
    private final AtomicInteger atWork = new AtomicInteger();
    private final BooleanSupplier open;
    private final IntFunction<List<T>> claim;
    private final Consumer<T> work;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ExecutorService claimer;
    private final ExecutorService workers;

    /**
     * @param hands how many pieces are worked on at once
     * @param open whether work is taken on at the moment
     * @param claim takes up to so many pieces, fewer if fewer are due
     */
    WorkLoop(String name, int hands, BooleanSupplier open, IntFunction<List<T>> claim, Consumer<T> work) {
        this.name = name;
        this.hands = new Semaphore(hands);
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
        return atWork.get() == 0;
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
        int started = 0;
        try {
            if (free > 0) {
                for (T piece : claim.apply(free)) {
                    atWork.incrementAndGet();
                    workers.execute(() -> finish(piece));
                    started++;
                }
            }
        } finally {
            hands.release(free - started);
        }
        return free > 0 && started == free;
    }

    private void finish(T piece) {
        try {
            work.accept(piece);
        } catch (RuntimeException e) {
            log.warn("{}: one was left to the end of its lease", name, e);
        } finally {
            atWork.decrementAndGet();
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
