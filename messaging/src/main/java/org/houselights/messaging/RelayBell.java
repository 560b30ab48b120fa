package org.houselights.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rung after each commit that appended an event, so that the relay need not poll fast. Many rings while it is busy are one. */
final class RelayBell {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** @return whether it was rung */
    boolean await(Duration atMost) throws InterruptedException {
        boolean wasRung = rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        rung.drainPermits();
        return wasRung;
    }
}
