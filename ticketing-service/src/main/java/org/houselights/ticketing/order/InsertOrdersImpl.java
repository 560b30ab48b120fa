package org.houselights.ticketing.order;

import jakarta.persistence.EntityManager;
import java.util.Collection;

/** Found by its name. */
class InsertOrdersImpl implements InsertOrders {

    private final EntityManager entities;

    InsertOrdersImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void insert(Collection<Order> orders) {
        orders.forEach(entities::persist);
        entities.flush();
    }
}
