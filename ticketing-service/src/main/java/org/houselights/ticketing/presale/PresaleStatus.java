package org.houselights.ticketing.presale;

/** Where a pre-sale is in its life. Terminal states are terminal. */
public enum PresaleStatus {
    /** Pledges are taken; nobody is charged. */
    OPEN,
    /** The threshold was reached; every pledge is being charged and new buyers pay at once. */
    COLLECTING,
    /** The money collected reaches the goal, or there never was one; buyers pay at once. */
    SECURED,
    /** The cure period ended below the goal; everyone is being refunded. */
    SHORT,
    /** Ended below the goal, and nobody has paid for it. */
    MISSED,
    /** The screening was cancelled. */
    CANCELLED,
    /** The show is over. */
    CLOSED;

    /** The transition table of product §3. */
    boolean mayBecome(PresaleStatus next) {
        return switch (this) {
            case OPEN -> next == COLLECTING || next == MISSED || next == CANCELLED;
            case COLLECTING -> next == SECURED || next == SHORT || next == CANCELLED;
            case SECURED -> next == CLOSED || next == CANCELLED;
            case SHORT -> next == MISSED || next == CANCELLED;
            case MISSED, CANCELLED, CLOSED -> false;
        };
    }

    /** Whether somebody may buy or pledge. */
    public boolean sells() {
        return this == OPEN || this == COLLECTING || this == SECURED;
    }

    /** Whether the screening goes ahead, or has. */
    public boolean succeeded() {
        return this == SECURED || this == CLOSED;
    }

    /** Whether an order is charged when its turn comes. */
    public boolean collects() {
        return this == COLLECTING || this == SECURED;
    }
}
