package org.houselights.ticketing.order;

import java.util.Collection;
import java.util.List;

/** Writes new orders at once, because rows that are not entities refer to them, and without looking whether they are there. */
interface InsertOrders {

    void insert(Collection<Order> orders);

    default void insert(Order order) {
        insert(List.of(order));
    }
}
