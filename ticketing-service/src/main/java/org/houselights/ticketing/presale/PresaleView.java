package org.houselights.ticketing.presale;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * A pre-sale as everyone may see it.
 *
 * @param prices what the kinds of tickets cost
 * @param openedAt since when tickets are sold
 * @param startsAt when the show starts, which ends the sale at the latest
 */
record PresaleView(
        UUID screeningId, @JsonUnwrapped PresaleFacts facts, Prices prices, Instant openedAt, Instant startsAt) {

    static PresaleView of(Presale presale) {
        return new PresaleView(
                presale.screeningId(), presale.facts(), presale.prices(), presale.openedAt(), presale.startsAt());
    }
}
