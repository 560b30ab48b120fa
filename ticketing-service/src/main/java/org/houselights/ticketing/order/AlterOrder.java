package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.payment.PaymentsDue;
import org.houselights.ticketing.presale.CureSettings;
import org.houselights.ticketing.presale.DecideOnPresale;
import org.houselights.ticketing.presale.Presale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes the tickets of an order that isn't charged yet. */
@Component
public class AlterOrder {

    private final DecideOnPresale presales;
    private final Orders orders;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final CureSettings cure;
    private final ApplicationEventPublisher doorbell;
    private final Clock clock;

    AlterOrder(
            DecideOnPresale presales,
            Orders orders,
            Outbox outbox,
            UnguessableCodes codes,
            CureSettings cure,
            ApplicationEventPublisher doorbell,
            Clock clock) {
        this.presales = presales;
        this.orders = orders;
        this.outbox = outbox;
        this.codes = codes;
        this.cure = cure;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    public void alter(UUID screeningId, UUID orderId, List<WantedTickets> wanted) {
        presales.carryOut(screeningId, presale -> alter(presale, orderId, wanted));
    }

    private void alter(Presale presale, UUID orderId, List<WantedTickets> wanted) {
        Instant now = clock.instant();
        Order order = orders.lock(orderId).orElseThrow();
        order.requireUncharged();
        Basket basket = Basket.of(wanted, presale.prices());
        var reached = presale.exchange(order.places(), order.amount(), basket.seats(), basket.amount(), now, cure);
        outbox.append(order.alter(basket, presale, codes, now));
        reached.ifPresent(event -> {
            outbox.append(event);
            doorbell.publishEvent(new PaymentsDue());
        });
    }
}
