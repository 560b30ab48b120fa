package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.houselights.ticketing.payment.SavedCard;
import org.houselights.ticketing.presale.DecideOnPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.web.IdempotentCalls;
import org.houselights.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives an order another card. One whose charge had failed is charged with it at once. */
@Component
public class ReplaceCard {

    private final DecideOnPresale presales;
    private final Orders orders;
    private final Charges charges;
    private final CardsToForget cards;
    private final SettleCharge settle;
    private final SaveCard saveCard;
    private final IdempotentCalls idempotent;
    private final OrderSettings settings;
    private final Clock clock;

    ReplaceCard(
            DecideOnPresale presales,
            Orders orders,
            Charges charges,
            CardsToForget cards,
            SettleCharge settle,
            SaveCard saveCard,
            IdempotentCalls idempotent,
            OrderSettings settings,
            Clock clock) {
        this.presales = presales;
        this.orders = orders;
        this.charges = charges;
        this.cards = cards;
        this.settle = settle;
        this.saveCard = saveCard;
        this.idempotent = idempotent;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws org.houselights.web.ProblemException 422 when the card is refused or declined, 409 when there is nothing to pay */
    public void replace(UUID screeningId, UUID orderId, String token, @Nullable String key) {
        idempotent.once("card " + orderId, key, token, PlaceOrder.Placed.class, () -> {
            replace(screeningId, orderId, token);
            return new PlaceOrder.Placed(orderId);
        });
    }

    private void replace(UUID screeningId, UUID orderId, String token) {
        SavedCard card = saveCard.save(token);
        take(screeningId, orderId, card).ifPresent(settle::settle);
    }

    private Optional<ChargeToMake> take(UUID screeningId, UUID orderId, SavedCard card) {
        try {
            return presales.decide(screeningId, presale -> take(presale, orderId, card));
        } catch (ProblemException refused) {
            // Only a refusal is certain to have committed nothing: after any other failure the order may have the card.
            cards.add(card.reference(), clock.instant());
            throw refused;
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
