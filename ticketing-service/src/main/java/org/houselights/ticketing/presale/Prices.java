package org.houselights.ticketing.presale;

import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * What tickets cost.
 *
 * @param full of a seat; nothing, where admission is free
 * @param concession of a reduced ticket; null where there is none
 * @param payFloor the least that somebody who pays what they can pays; null where that isn't offered
 */
public record Prices(
        Money full, @Nullable Money concession, @Nullable Money payFloor) {}
