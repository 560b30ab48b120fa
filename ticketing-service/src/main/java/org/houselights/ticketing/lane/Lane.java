package org.houselights.ticketing.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A queue at one counter. Whoever comes to an empty lane is served at once and alone; whoever comes meanwhile waits, and all who wait are
 * served together when the counter is free, by a clerk who stays until nobody waits. There is no timer.
 *
 * <p>Of many who wait, half are served: while these hear their answers and leave, the others are at the counter already. If all were served
 * together, they would come back together as well, and the counter and whoever leads the way to it would wait for each other in turn.
 *
 * <p>With one durable commit for a group, a crowd is served many times faster than one after the other, and nobody who is
 * alone waits for company.
 *
 * @param <Q> what callers ask for
 * @param <A> what they are answered
 */
final class Lane<Q, A> {

    /** So few are served together, all of them. */
    private static final int FEW = 64;

    private final int group;
    private final Function<List<Q>, List<A>> counter;
    private final Executor clerks;

    private final Lock lock = new ReentrantLock();
    private final Deque<Caller> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * @param group how many are served together at most
     * @param counter serves a group and answers each in order; what it throws is thrown to each of the group
     * @param clerks runs whoever serves; the lane wants one at a time. On a thread that the crowd's own threads can't keep from running: the
     *     whole crowd waits for it
     */
    Lane(int group, Function<List<Q>, List<A>> counter, Executor clerks) {
        this.group = group;
        this.counter = counter;
        this.clerks = clerks;
    }

    /** Waits to be served. */
    A ask(Q question) {
        Caller caller = new Caller(question);
        if (isFreeFor(caller)) {
            clerks.execute(this::serveAllWhoWait);
        }
        try {
            return caller.answer.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** How many wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Queues the caller. @return whether it is their turn at once */
    private boolean isFreeFor(Caller caller) {
        lock.lock();
        try {
            waiting.add(caller);
            boolean free = !busy;
            busy = true;
            return free;
        } finally {
            lock.unlock();
        }
    }

    private void serveAllWhoWait() {
        do {
            serve();
        } while (othersWait());
    }

    private void serve() {
        List<Caller> served = takeGroup();
        try {
            List<A> answers =
                    counter.apply(served.stream().map(Caller::question).toList());
            for (int i = 0; i < served.size(); i++) {
                served.get(i).answer.complete(answers.get(i));
            }
        } catch (Throwable failure) {
            served.forEach(caller -> caller.answer.completeExceptionally(failure));
        }
    }

    private List<Caller> takeGroup() {
        lock.lock();
        try {
            int size = Math.min(group, Math.max(Math.min(FEW, waiting.size()), waiting.size() / 2));
            List<Caller> taken = new ArrayList<>(size);
            while (taken.size() < size) {
                taken.add(waiting.remove());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** If nobody waits, the counter is free. */
    private boolean othersWait() {
        lock.lock();
        try {
            busy = !waiting.isEmpty();
            return busy;
        } finally {
            lock.unlock();
        }
    }

    private final class Caller {

        private final Q question;
        private final CompletableFuture<A> answer = new CompletableFuture<>();

        private Caller(Q question) {
            this.question = question;
        }

        private Q question() {
            return question;
        }
    }
}
