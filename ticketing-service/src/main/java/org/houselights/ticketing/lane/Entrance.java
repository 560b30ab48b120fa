package org.houselights.ticketing.lane;

import java.util.HashMap;
import java.util.Map;

/** Lets so many of a crowd in at the same time. Several crowds share the places: a long queue for one thing keeps nobody from another. */
public final class Entrance {

    private final int places;
    private final Map<Object, Integer> inside = new HashMap<>();

    /** @param places for a crowd that is alone; of several each has its part, and at least one */
    public Entrance(int places) {
        this.places = places;
    }

    /** Whoever is let in has to be {@link #letOut let out}. @return false, at once, if no place is free for this crowd */
    public synchronized boolean letIn(Object crowd) {
        int here = inside.getOrDefault(crowd, 0);
        int crowds = here == 0 ? inside.size() + 1 : inside.size();
        boolean free = here < Math.max(1, places / crowds);
        if (free) {
            inside.put(crowd, here + 1);
        }
        return free;
    }

    public synchronized void letOut(Object crowd) {
        inside.computeIfPresent(crowd, (any, here) -> here == 1 ? null : here - 1);
    }
}
