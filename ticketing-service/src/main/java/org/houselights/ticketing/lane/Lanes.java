package org.houselights.ticketing.lane;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A few {@link Lane lanes} for any number of crowds: each crowd waits in one of them, and who holds up one lane holds up no other.
 *
 * <p>Their clerks are threads of the system's, which an answer of the database wakes by itself. A virtual one is woken by another thread, and would
 * have to find its way between those of the waiting crowd each time.
 *
 * @param <Q> what callers ask for
 * @param <A> what they are answered
 */
public final class Lanes<Q, A> {

    private final Function<? super Q, ?> crowd;
    private final List<Lane<Q, A>> lanes;

    /**
     * @param name of the clerks' threads
     * @param count how many groups are served side by side
     * @param group how many are served together at most
     * @param crowd by what callers belong together
     * @param counter serves a group and answers each in order; what it throws is thrown to each of the group
     */
    public Lanes(String name, int count, int group, Function<? super Q, ?> crowd, Function<List<Q>, List<A>> counter) {
        ExecutorService clerks = Executors.newCachedThreadPool(
                Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        this.crowd = crowd;
        this.lanes = Stream.generate(() -> new Lane<Q, A>(group, counter, clerks))
                .limit(count)
                .toList();
    }

    /** Waits to be served. */
    public A ask(Q question) {
        int own = Math.floorMod(Objects.hashCode(crowd.apply(question)), lanes.size());
        return lanes.get(own).ask(question);
    }

    /** How many wait. */
    public int waiting() {
        return lanes.stream().mapToInt(Lane::waiting).sum();
    }
}
