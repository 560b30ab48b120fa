package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.payment.SavedCard;
import org.houselights.ticketing.presale.CureSettings;
import org.houselights.ticketing.presale.DecideOnPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.WorkWaits;
import org.houselights.web.IdempotentCalls;
import org.houselights.web.IdempotentCalls.Call;
import org.houselights.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sells tickets once the threshold is reached: places are held in one transaction, and the card is charged after it. */
@Component
class BuyTickets {

    private record Held(UUID orderId, Optional<ChargeToMake> charge) {}

    private final DecideOnPresale presales;
    private final Orders orders;
    private final NewOrders newOrders;
    private final Charges charges;
    private final CardsToForget cards;
    private final SettleCharge settle;
    private final IdempotentCalls idempotent;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final CureSettings cure;
    private final OrderSettings settings;
    private final ApplicationEventPublisher doorbell;
    private final Clock clock;

    BuyTickets(
            DecideOnPresale presales,
            Orders orders,
            NewOrders newOrders,
            Charges charges,
            CardsToForget cards,
            SettleCharge settle,
            IdempotentCalls idempotent,
            Outbox outbox,
            UnguessableCodes codes,
            CureSettings cure,
            OrderSettings settings,
            ApplicationEventPublisher doorbell,
            Clock clock) {
        this.presales = presales;
        this.orders = orders;
        this.newOrders = newOrders;
        this.charges = charges;
        this.cards = cards;
        this.settle = settle;
        this.idempotent = idempotent;
        this.outbox = outbox;
        this.codes = codes;
        this.cure = cure;
        this.settings = settings;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /**
     * @param card saves the buyer's card, unless the request is a repetition
     * @throws org.houselights.web.ProblemException 4xx when it can't be had, and nobody was charged then
     */
    UUID buy(UUID screeningId, Buyer buyer, Basket basket, Supplier<@Nullable SavedCard> card, Call call) {
        return idempotent
                .once(
                        call,
                        PlaceOrder.Placed.class,
                        () -> new PlaceOrder.Placed(orders.placedBefore(screeningId, buyer.emailHash(), call.key())
                                .map(before -> before.answer(call))
                                .orElseGet(() -> buy(screeningId, buyer, basket, card.get(), call))))
                .orderId();
    }

    private UUID buy(UUID screeningId, Buyer buyer, Basket basket, @Nullable SavedCard card, Call call) {
        Held held = hold(screeningId, buyer, basket, card, call);
        held.charge().ifPresent(settle::settle);
        return held.orderId();
    }

    private Held hold(UUID screeningId, Buyer buyer, Basket basket, @Nullable SavedCard card, Call call) {
        try {
            return presales.decide(screeningId, presale -> hold(presale, buyer, basket, card, call));
        } catch (ProblemException refused) {
            // Only a refusal is certain to have committed nothing: after any other failure there may be an order with
            // the card.
            if (card != null) {
                cards.add(card.reference(), clock.instant());
            }
            throw refused;
        }
    }

    private Held hold(Presale presale, Buyer buyer, Basket basket, @Nullable SavedCard card, Call call) {
        Instant now = clock.instant();
        UUID screeningId = presale.screeningId();
        if (orders.existsByScreeningIdAndEmailHashAndStatusIn(screeningId, buyer.emailHash(), OrderStatus.LIVE)) {
            throw OrderConstraints.alreadyOrdered();
        }
        presale.hold(basket.seats(), basket.amount(), now, cure);
        Instant leaseEnd = now.plus(settings.chargeLease());
        Order order = Order.buy(screeningId, buyer, basket, card, call, leaseEnd, now);
        if (card == null) {
            presale.collect(basket.seats(), basket.amount(), now);
            outbox.append(order.pay(presale, codes, now));
            newOrders.write(order);
            doorbell.publishEvent(new WorkWaits());
            return new Held(order.id(), Optional.empty());
        }
        newOrders.write(order);
        return new Held(order.id(), Optional.of(charges.intend(order, now)));
    }
}
