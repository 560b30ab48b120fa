package org.houselights.ticketing.lane;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets so many in at the same time. A crowd may take all places while nobody else wants them; when none is left, only those of crowds come
 * in that have less than their share, so that a long queue for one thing keeps nobody from another. There are never more than twice as
 * many inside as there are places.
 */
public final class Entrance {

    private final int places;
    private final Map<Object, Integer> crowds = new HashMap<>();
    private int inside;

    public Entrance(int places) {
        this.places = places;
    }

    /** Whether the crowd's next one would be let in. */
    public synchronized boolean isOpenFor(Object crowd) {
        int here = crowds.getOrDefault(crowd, 0);
        int sharing = here == 0 ? crowds.size() + 1 : crowds.size();
        return inside < places || (inside < 2 * places && here < places / sharing);
    }

    /** Whoever is let in has to be {@link #letOut let out}. @return false, at once, if there is no place */
    public synchronized boolean letIn(Object crowd) {
        boolean open = isOpenFor(crowd);
        if (open) {
            crowds.merge(crowd, 1, Integer::sum);
            inside++;
        }
        return open;
    }

    public synchronized void letOut(Object crowd) {
        if (crowds.computeIfPresent(crowd, (any, here) -> here - 1) != null) {
            crowds.remove(crowd, 0);
            inside--;
        }
    }
}
