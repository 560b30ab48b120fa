package org.houselights.ticketing.payment;

/** What became of a refund. */
public sealed interface RefundOutcome {

    /**
     * The provider took the refund on; the bank may take days to show it.
     *
     * @param reference the provider's name for the refund; at most 200 characters
     */
    record Succeeded(String reference) implements RefundOutcome {}

    /**
     * The provider won't give the money back this way; an operator has to.
     *
     * @param reason a short sentence for the operator
     */
    record Refused(String reason) implements RefundOutcome {}

    /** The answer was lost: only the same key finds out. */
    record Unknown() implements RefundOutcome {}
}
