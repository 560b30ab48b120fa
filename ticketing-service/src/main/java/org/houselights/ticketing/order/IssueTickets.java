package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.presale.LockPresale;
import org.houselights.ticketing.presale.Presale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues the tickets of one paid order, all together, once the screening is certain. */
@Component
class IssueTickets {

    private final LockPresale lockPresale;
    private final Orders orders;
    private final Tickets tickets;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final Clock clock;

    IssueTickets(
            LockPresale lockPresale,
            Orders orders,
            Tickets tickets,
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
    void issue(UUID orderId) {
        UUID screeningId = orders.screeningOf(orderId).orElseThrow();
        Presale presale = lockPresale.lock(screeningId);
        Order order = orders.lock(orderId).orElseThrow();
        if (presale.ticketsMayBeIssued() && order.status() == OrderStatus.PAID) {
            Instant now = clock.instant();
            outbox.append(order.ticket(tickets.saveAll(Ticket.issueAll(order, now)), presale, codes, now));
        }
    }
}
