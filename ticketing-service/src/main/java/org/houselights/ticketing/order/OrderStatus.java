package org.houselights.ticketing.order;

import java.util.Set;

/** Where an order is in its life. */
public enum OrderStatus {
    /** Promised: the card is saved and not charged. */
    PLEDGED,
    /** A charge is under way, or its answer was lost and is asked for. */
    CHARGING,
    /** Charged; tickets follow as soon as the screening is confirmed. */
    PAID,
    /** Tickets are issued. */
    TICKETED,
    /** The charge was declined; it is tried again, and its buyer may give another card. */
    PAYMENT_FAILED,
    /** Cancelled by its buyer, or a purchase whose card was declined. Nobody was charged. */
    CANCELLED,
    /** The screening was missed or cancelled: nobody was charged, the card is forgotten. */
    RELEASED,
    /** Not paid for until the end of the cure period: its seats are free again. */
    DROPPED,
    /** The money is on its way back. */
    REFUNDING,
    /** The money is back. */
    REFUNDED;

    boolean mayBecome(OrderStatus next) {
        return switch (this) {
            case PLEDGED -> next == CHARGING || next == CANCELLED || next == RELEASED;
            case CHARGING ->
                next == PAID || next == PAYMENT_FAILED || next == CANCELLED || next == RELEASED || next == REFUNDING;
            case PAYMENT_FAILED -> next == CHARGING || next == CANCELLED || next == DROPPED || next == RELEASED;
            case PAID -> next == TICKETED || next == REFUNDING || next == RELEASED;
            case TICKETED -> next == REFUNDING || next == RELEASED;
            case REFUNDING -> next == REFUNDED;
            case CANCELLED, RELEASED, DROPPED, REFUNDED -> false;
        };
    }

    /** The states of which one address has at most one order for a screening. */
    static final Set<OrderStatus> LIVE = Set.of(PLEDGED, CHARGING, PAID, TICKETED, PAYMENT_FAILED);

    /** Whether its places are held and not yet paid for. */
    boolean holds() {
        return this == PLEDGED || this == CHARGING || this == PAYMENT_FAILED;
    }

    boolean isPaid() {
        return this == PAID || this == TICKETED;
    }

    /** Whether its buyer may still change their mind: until it is charged. */
    boolean isUncharged() {
        return this == PLEDGED || this == PAYMENT_FAILED;
    }
}
