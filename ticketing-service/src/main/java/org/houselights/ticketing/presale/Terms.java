package org.houselights.ticketing.presale;

import java.time.Instant;
import java.util.UUID;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * What ticketing reads of a screening's snapshot; it passes the snapshot itself on as it came.
 *
 * @param deadline until when the threshold has to be reached; null without a threshold
 * @param threshold tickets at full price that make the screening go ahead; null where it goes ahead anyway
 */
record Terms(
        Host host,
        Instant startsAt,
        @Nullable Instant deadline,
        Money price,
        @Nullable Money concessionPrice,
        @Nullable Money payWhatYouCanFloor,
        int capacity,
        int wheelchairPlaces,
        @Nullable Integer threshold) {

    record Host(UUID id) {}
}
