package org.houselights.ticketing.order;

import java.util.Set;

/** To whom a host writes. */
public enum Audience {
    /** Whoever takes part and has no ticket yet. */
    PLEDGED,
    /** Whoever has tickets. */
    TICKETED;

    Set<OrderStatus> statuses() {
        return switch (this) {
            case PLEDGED ->
                Set.of(OrderStatus.PLEDGED, OrderStatus.CHARGING, OrderStatus.PAYMENT_FAILED, OrderStatus.PAID);
            case TICKETED -> Set.of(OrderStatus.TICKETED);
        };
    }
}
