package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.payment.PaymentsDue;
import org.houselights.ticketing.payment.SavedCard;
import org.houselights.ticketing.presale.CureSettings;
import org.houselights.ticketing.presale.DecideOnPresale;
import org.houselights.ticketing.presale.FindPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.WorkWaits;
import org.houselights.web.IdempotentCalls;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Pledges for tickets while the pre-sale is open, and buys them from then on. The card is saved first, with no transaction
 * open; the pledge is decided in one transaction that holds the pre-sale's row; a purchase is charged after it.
 */
@Component
public class PlaceOrder {

    /** The answer that is kept for repetitions: it names no secret. */
    record Placed(UUID orderId) {}

    private record Decided(UUID orderId, Optional<ChargeToMake> charge) {}

    private final FindPresale findPresale;
    private final DecideOnPresale presales;
    private final Orders orders;
    private final Charges charges;
    private final CardsToForget cards;
    private final SettleCharge settle;
    private final SaveCard saveCard;
    private final IdempotentCalls idempotent;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final CureSettings cure;
    private final OrderSettings settings;
    private final ApplicationEventPublisher doorbell;
    private final Clock clock;

    PlaceOrder(
            FindPresale findPresale,
            DecideOnPresale presales,
            Orders orders,
            Charges charges,
            CardsToForget cards,
            SettleCharge settle,
            SaveCard saveCard,
            IdempotentCalls idempotent,
            Outbox outbox,
            UnguessableCodes codes,
            CureSettings cure,
            OrderSettings settings,
            ApplicationEventPublisher doorbell,
            Clock clock) {
        this.findPresale = findPresale;
        this.presales = presales;
        this.orders = orders;
        this.charges = charges;
        this.cards = cards;
        this.settle = settle;
        this.saveCard = saveCard;
        this.idempotent = idempotent;
        this.outbox = outbox;
        this.codes = codes;
        this.cure = cure;
        this.settings = settings;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /** @throws org.houselights.web.ProblemException 4xx when it can't be had, and nobody was charged then */
    public UUID place(UUID screeningId, NewOrder wanted, @Nullable String key) {
        Buyer buyer = wanted.buyer();
        Basket basket =
                Basket.of(wanted.tickets(), findPresale.find(screeningId).prices());
        String scope = "order %s %s".formatted(screeningId, buyer.emailHash());
        return idempotent
                .once(
                        scope,
                        key,
                        wanted,
                        Placed.class,
                        () -> new Placed(place(screeningId, buyer, basket, wanted, key)))
                .orderId();
    }

    private UUID place(UUID screeningId, Buyer buyer, Basket basket, NewOrder wanted, @Nullable String key) {
        String requestKey = key == null ? "" : key;
        Optional<UUID> before = orders.placedBefore(screeningId, buyer.emailHash(), requestKey);
        if (before.isPresent()) {
            return before.get();
        }
        SavedCard card = saveCard(basket, wanted.card());
        Decided decided = decide(screeningId, buyer, basket, card, requestKey);
        decided.charge().ifPresent(settle::settle);
        return decided.orderId();
    }

    private @Nullable SavedCard saveCard(Basket basket, @Nullable String token) {
        if (basket.amount().minorUnits() == 0) {
            return null;
        }
        if (token == null) {
            throw Problems.invalid("card", "must be given");
        }
        return saveCard.save(token);
    }

    private Decided decide(UUID screeningId, Buyer buyer, Basket basket, @Nullable SavedCard card, String requestKey) {
        try {
            return presales.decide(screeningId, presale -> decide(presale, buyer, basket, card, requestKey));
        } catch (ProblemException refused) {
            // Only a refusal is certain to have committed nothing: after any other failure there may be an order with
            // the card.
            if (card != null) {
                cards.add(card.reference(), clock.instant());
            }
            throw refused;
        }
    }

    private Decided decide(Presale presale, Buyer buyer, Basket basket, @Nullable SavedCard card, String requestKey) {
        Instant now = clock.instant();
        UUID screeningId = presale.screeningId();
        if (orders.existsByScreeningIdAndEmailHashAndStatusIn(screeningId, buyer.emailHash(), OrderStatus.LIVE)) {
            throw OrderConstraints.alreadyOrdered();
        }
        boolean pledge = presale.status() == PresaleStatus.OPEN;
        var reached = presale.hold(basket.seats(), basket.amount(), now, cure);
        if (pledge) {
            Order order = Order.pledge(screeningId, buyer, basket, card, requestKey, now);
            outbox.append(order.pledged(presale, codes, now));
            orders.saveAndFlush(order);
            reached.ifPresent(event -> {
                outbox.append(event);
                doorbell.publishEvent(new PaymentsDue());
            });
            return new Decided(order.id(), Optional.empty());
        }
        Instant leaseEnd = now.plus(settings.chargeLease());
        Order order = Order.buy(screeningId, buyer, basket, card, requestKey, leaseEnd, now);
        if (card == null) {
            presale.collect(basket.seats(), basket.amount(), now);
            outbox.append(order.pay(presale, codes, now));
            orders.saveAndFlush(order);
            doorbell.publishEvent(new WorkWaits());
            return new Decided(order.id(), Optional.empty());
        }
        orders.saveAndFlush(order);
        return new Decided(order.id(), Optional.of(charges.intend(order, now)));
    }
}
