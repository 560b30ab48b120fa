package org.houselights.ticketing.order;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Writes new orders at once, because rows that are not entities refer to them, and without looking whether they are there. */
@Repository
class NewOrders {

    private final EntityManager entities;

    NewOrders(EntityManager entities) {
        this.entities = entities;
    }

    void write(Order order) {
        write(List.of(order));
    }

    void write(Collection<Order> orders) {
        orders.forEach(entities::persist);
        entities.flush();
    }
}
