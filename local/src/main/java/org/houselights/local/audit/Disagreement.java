package org.houselights.local.audit;

/**
 * Something that does not add up.
 *
 * @param about which of the books
 * @param what a sentence that names the rows by their ids, and nobody
 */
public record Disagreement(Books about, String what) {

    /** What has to add up. */
    public enum Books {
        /** Nothing is oversold, and the counters of a pre-sale are those of its orders. */
        SEATS,
        /** Nobody is charged too early or twice, and every charge ends as exactly one of ticket or refund. */
        MONEY,
        /** A screening and its pre-sale came to the same end, once. */
        OUTCOMES,
        /** Every event was delivered in its order, and took effect. */
        EVENTS,
        /** Everybody was told what became of their order or screening, once. */
        MAILS
    }

    @Override
    public String toString() {
        return about + ": " + what;
    }
}
