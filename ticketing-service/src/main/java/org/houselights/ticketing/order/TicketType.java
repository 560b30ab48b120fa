package org.houselights.ticketing.order;

/** Kinds of tickets. */
public enum TicketType {
    /** A seat at full price. */
    FULL,
    /** A seat at the reduced price. */
    CONCESSION,
    /** A seat at the price its buyer names, from the floor up. */
    PAY_WHAT_YOU_CAN,
    /** A wheelchair place, at full price, counted apart from the seats. */
    WHEELCHAIR,
    /** Free, beside a wheelchair place, at most one for each. */
    COMPANION;

    boolean takesSeat() {
        return this == FULL || this == CONCESSION || this == PAY_WHAT_YOU_CAN;
    }
}
