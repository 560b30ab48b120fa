package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.presale.LockPresale;
import org.houselights.ticketing.presale.Presale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues the tickets of paid orders, all of an order together, once the screening is certain. */
@Component
class IssueTickets {

    private final LockPresale lockPresale;
    private final Orders orders;
    private final NewTickets tickets;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final Clock clock;

    IssueTickets(
            LockPresale lockPresale,
            Orders orders,
            NewTickets tickets,
            Outbox outbox,
            UnguessableCodes codes,
            Clock clock) {
        this.lockPresale = lockPresale;
        this.orders = orders;
        this.tickets = tickets;
        this.outbox = outbox;
        this.codes = codes;
        this.clock = clock;
    }

    @Transactional
    void issue(UUID screeningId, Collection<UUID> orderIds) {
        Presale presale = lockPresale.lock(screeningId);
        if (presale.ticketsMayBeIssued()) {
            Instant now = clock.instant();
            outbox.append(orders.lockAll(orderIds.toArray(UUID[]::new)).stream()
                    .filter(order -> order.status() == OrderStatus.PAID)
                    .map(order -> {
                        List<Ticket> issued = Ticket.issueAll(order, now);
                        tickets.write(issued);
                        return order.ticket(issued, presale, codes, now);
                    })
                    .toList());
        }
    }
}
