package org.houselights.ticketing.payment;

/** What became of a charge. */
public sealed interface ChargeOutcome {

    /**
     * The money was taken.
     *
     * @param reference the provider's name for the charge, by which it is refunded; at most 200 characters
     */
    record Succeeded(String reference) implements ChargeOutcome {}

    /**
     * The money was not taken, and this attempt never will take it.
     *
     * @param reason a short sentence for the buyer
     * @param needsAction whether the bank wants its owner's consent, so that charging this card again without its owner is useless
     */
    record Declined(String reason, boolean needsAction) implements ChargeOutcome {}

    /** The answer was lost. The money may or may not have been taken: only the same key finds out. */
    record Unknown() implements ChargeOutcome {}
}
