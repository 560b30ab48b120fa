package org.houselights.ticketing.lane;

/** Too many wait already. Nothing was done, and coming back a little later helps. */
public final class LaneFull extends RuntimeException {

    LaneFull() {
        // One of these for everyone turned away in a rush: without a stack trace, which would always be the same.
        super("Too many wait already", null, false, false);
    }
}
