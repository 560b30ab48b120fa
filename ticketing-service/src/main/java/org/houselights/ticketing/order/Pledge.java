package org.houselights.ticketing.order;

import java.util.UUID;
import org.houselights.ticketing.payment.SavedCard;
import org.houselights.web.IdempotentCalls.Call;
import org.houselights.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for tickets of an open pre-sale, with everything checked that can be without its row.
 *
 * @param card null where admission is free
 * @param call the request, by which a repetition of it is known
 */
record Pledge(
        UUID screeningId,
        Buyer buyer,
        Basket basket,
        @Nullable SavedCard card,
        Call call) {

    /** What became of it. */
    sealed interface Outcome {

        /** There is an order now, and its buyer sees it like this. */
        record Accepted(OrderView order) implements Outcome {}

        /** The same request had its answer before. */
        record Repeated(UUID orderId) implements Outcome {}

        /** It can't be had. */
        record Refused(ProblemException why) implements Outcome {}

        /** Nobody knows, unless the request is repeated. */
        record Failed(RuntimeException why) implements Outcome {}

        /** The threshold is reached, or there will be no screening: nobody pledges any more. */
        record PledgesOver() implements Outcome {}
    }
}
