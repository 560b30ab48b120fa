package org.houselights.ticketing.order;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import org.springframework.stereotype.Repository;

/** Writes new tickets together with all else at the end of the transaction, and without looking whether they are there. */
@Repository
class NewTickets {

    private final EntityManager entities;

    NewTickets(EntityManager entities) {
        this.entities = entities;
    }

    void write(Collection<Ticket> tickets) {
        tickets.forEach(entities::persist);
    }
}
