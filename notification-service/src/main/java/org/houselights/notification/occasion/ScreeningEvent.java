package org.houselights.notification.occasion;

import java.time.Instant;
import java.util.UUID;
import org.houselights.notification.mail.Facts;
import org.houselights.notification.mail.Facts.Screening;
import org.jspecify.annotations.Nullable;

/** What we read of an event on {@code screening-events}. */
record ScreeningEvent(
        UUID screeningId, long sequence, Instant occurredAt, Screening screening, Facts.@Nullable Decision decision) {

    Facts facts() {
        return Facts.of(screening, decision);
    }

    /** Whether a rule of the distributor approves it, so that it waits for nobody. */
    boolean goesAheadByRule() {
        return decision != null && decision.rule() != null;
    }

    boolean hasThreshold() {
        return screening.threshold() != null;
    }
}
