package org.houselights.screening.progress;

import java.time.Instant;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far a pre-sale has come.
 *
 * @param status as ticketing names it, such as {@code OPEN} or {@code COLLECTING}
 * @param goal the money that makes the screening go ahead
 * @param pledged promised or paid so far
 * @param collected paid so far
 * @param threshold the goal in tickets at full price; null where there is none to reach
 * @param taken seats held or sold
 * @param deadline until when the goal has to be pledged; null where there is none
 */
public record Progress(
        String status,
        Money goal,
        Money pledged,
        Money collected,
        @Nullable Integer threshold,
        int capacity,
        int taken,
        @Nullable Instant deadline) {

    /** How many tickets at full price it still takes; 0 from the goal on. */
    public long toGo() {
        if (threshold == null || pledged.compareTo(goal) >= 0) {
            return 0;
        }
        return Math.ceilDiv(
                Math.multiplyExact(goal.minorUnits() - pledged.minorUnits(), (long) threshold), goal.minorUnits());
    }

    public int seatsLeft() {
        return capacity - taken;
    }

    public boolean isReached() {
        return threshold != null && pledged.compareTo(goal) >= 0;
    }
}
