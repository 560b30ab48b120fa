package org.houselights.ticketing.order;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All tickets. */
interface Tickets extends Repository<Ticket, UUID> {

    List<Ticket> findByOrderIdOrderByNumber(UUID orderId);
}
