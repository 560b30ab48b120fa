package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.houselights.ticketing.payment.PaymentProvider;
import org.houselights.ticketing.payment.SavedCard;
import org.houselights.ticketing.presale.LockPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.web.IdempotentCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an order another card. One whose charge had failed is charged with it at once. */
@Component
class ReplaceCard {

    private final LockPresale lockPresale;
    private final Orders orders;
    private final Charges charges;
    private final CardsToForget cards;
    private final SettleCharge settle;
    private final PaymentProvider provider;
    private final IdempotentCalls idempotent;
    private final TransactionTemplate transaction;
    private final OrderSettings settings;
    private final Clock clock;

    ReplaceCard(
            LockPresale lockPresale,
            Orders orders,
            Charges charges,
            CardsToForget cards,
            SettleCharge settle,
            PaymentProvider provider,
            IdempotentCalls idempotent,
            TransactionTemplate transaction,
            OrderSettings settings,
            Clock clock) {
        this.lockPresale = lockPresale;
        this.orders = orders;
        this.charges = charges;
        this.cards = cards;
        this.settle = settle;
        this.provider = provider;
        this.idempotent = idempotent;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws org.houselights.web.ProblemException 422 when the card is refused or declined, 409 when there is nothing to pay */
    void replace(UUID screeningId, UUID orderId, String token, @Nullable String key) {
        idempotent.once("card " + orderId, key, token, PlaceOrder.Placed.class, () -> {
            replace(screeningId, orderId, token);
            return new PlaceOrder.Placed(orderId);
        });
    }

    private void replace(UUID screeningId, UUID orderId, String token) {
        SavedCard card = provider.saveCard(token);
        take(screeningId, orderId, card).ifPresent(settle::settle);
    }

    private Optional<ChargeToMake> take(UUID screeningId, UUID orderId, SavedCard card) {
        try {
            return transaction.execute(status -> take(lockPresale.lock(screeningId), orderId, card));
        } catch (RuntimeException e) {
            cards.add(card.reference(), clock.instant());
            throw e;
        }
    }

    private Optional<ChargeToMake> take(Presale presale, UUID orderId, SavedCard card) {
        Instant now = clock.instant();
        Order order = orders.lock(orderId).orElseThrow();
        order.replaceCard(card).ifPresent(old -> cards.add(old, now));
        if (order.status() != OrderStatus.PAYMENT_FAILED || !presale.status().collects()) {
            return Optional.empty();
        }
        order.startCharging(now.plus(settings.chargeLease()), now);
        return Optional.of(charges.intend(order, now));
    }
}
