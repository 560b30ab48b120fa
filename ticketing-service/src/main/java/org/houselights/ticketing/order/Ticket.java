package org.houselights.ticketing.order;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Ids;

/** Lets one person in, once. Its code is computed from its id and kept nowhere. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that queries read
class Ticket {

    @Id
    private UUID id;

    private UUID orderId;
    private UUID screeningId;
    private int number;

    @Enumerated(EnumType.STRING)
    private TicketType type;

    private Instant issuedAt;

    /** For the database. */
    @SuppressWarnings("NullAway.Init")
    protected Ticket() {}

    private Ticket(Order order, int number, TicketType type, Instant now) {
        this.id = Ids.next();
        this.orderId = order.id();
        this.screeningId = order.screeningId();
        this.number = number;
        this.type = type;
        this.issuedAt = now;
    }

    /** One ticket for each place of the order, numbered from 1. */
    static List<Ticket> issueAll(Order order, Instant now) {
        List<Ticket> tickets = new ArrayList<>();
        for (TicketLine line : order.basket().lines()) {
            for (int i = 0; i < line.quantity(); i++) {
                tickets.add(new Ticket(order, tickets.size() + 1, line.type(), now));
            }
        }
        return tickets;
    }

    UUID id() {
        return id;
    }

    TicketType type() {
        return type;
    }
}
