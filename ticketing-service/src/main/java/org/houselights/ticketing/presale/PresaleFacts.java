package org.houselights.ticketing.presale;

import java.time.Instant;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * A pre-sale as events and pages tell it.
 *
 * @param goal the money that makes the screening go ahead
 * @param pledged promised or paid so far
 * @param collected paid so far
 * @param taken seats held or sold
 * @param deadline until when the goal has to be pledged
 * @param reachedAt when it was
 * @param cureEndsAt until when the money has to be collected
 */
public record PresaleFacts(
        PresaleStatus status,
        Money goal,
        Money pledged,
        Money collected,
        @Nullable Integer threshold,
        int capacity,
        int taken,
        int wheelchairPlaces,
        int wheelchairsTaken,
        @Nullable Instant deadline,
        @Nullable Instant reachedAt,
        @Nullable Instant cureEndsAt) {}
