package org.houselights.ticketing.order;

import java.util.UUID;
import org.houselights.web.IdempotentCalls.Call;
import org.jspecify.annotations.Nullable;

/**
 * An order as the request knows it that placed it.
 *
 * @param fingerprint of what was asked for; null where that wasn't kept yet
 */
record PlacedOrder(UUID id, OrderStatus status, @Nullable String fingerprint) {

    /** @throws org.houselights.web.ProblemException 422 when the call asks for something else under the same key */
    UUID answer(Call call) {
        if (fingerprint != null) {
            call.requireSame(fingerprint);
        }
        return id;
    }
}
