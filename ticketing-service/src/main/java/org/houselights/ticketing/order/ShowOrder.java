package org.houselights.ticketing.order;

import java.util.UUID;
import org.houselights.ticketing.presale.FindPresale;
import org.houselights.ticketing.presale.Presale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows an order to its buyer. */
@Component
public class ShowOrder {

    private final Orders orders;
    private final Tickets tickets;
    private final FindPresale presales;
    private final UnguessableCodes codes;
    private final OrderLinks links;

    ShowOrder(Orders orders, Tickets tickets, FindPresale presales, UnguessableCodes codes, OrderLinks links) {
        this.orders = orders;
        this.tickets = tickets;
        this.presales = presales;
        this.codes = codes;
        this.links = links;
    }

    /** @throws org.houselights.web.ProblemException 404 unless the token opens an order */
    @Transactional(readOnly = true)
    public OrderView open(String token) {
        return show(links.open(token).id());
    }

    @Transactional(readOnly = true)
    public OrderView show(UUID orderId) {
        Order order = orders.findById(orderId).orElseThrow();
        Presale presale = presales.find(order.screeningId());
        OrderFacts facts = order.facts(tickets.findByOrderIdOrderByNumber(orderId), codes);
        return OrderView.of(order, facts, presale, codes);
    }
}
