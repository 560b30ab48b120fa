package org.houselights.ticketing.order;

import java.time.Clock;
import java.util.UUID;
import org.houselights.ticketing.order.Pledge.Outcome.Accepted;
import org.houselights.ticketing.order.Pledge.Outcome.Failed;
import org.houselights.ticketing.order.Pledge.Outcome.PledgesOver;
import org.houselights.ticketing.order.Pledge.Outcome.Refused;
import org.houselights.ticketing.order.Pledge.Outcome.Repeated;
import org.houselights.ticketing.payment.SavedCard;
import org.houselights.ticketing.presale.Offer;
import org.houselights.ticketing.presale.Offers;
import org.houselights.web.IdempotentCalls;
import org.houselights.web.IdempotentCalls.Call;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pledges for tickets while the pre-sale is open, and buys them from then on. The card is saved first, with no transaction
 * open; then a pledge waits in the lane of its pre-sale, and a purchase is decided by itself and charged.
 */
@Component
public class PlaceOrder {

    /** The answer that is kept for repetitions of a purchase: it names no secret. */
    record Placed(UUID orderId) {}

    private final Offers offers;
    private final Orders orders;
    private final PledgeLanes lanes;
    private final BuyTickets buy;
    private final CardsToForget cards;
    private final SaveCard saveCard;
    private final ShowOrder show;
    private final IdempotentCalls idempotent;
    private final Clock clock;

    PlaceOrder(
            Offers offers,
            Orders orders,
            PledgeLanes lanes,
            BuyTickets buy,
            CardsToForget cards,
            SaveCard saveCard,
            ShowOrder show,
            IdempotentCalls idempotent,
            Clock clock) {
        this.offers = offers;
        this.orders = orders;
        this.lanes = lanes;
        this.buy = buy;
        this.cards = cards;
        this.saveCard = saveCard;
        this.show = show;
        this.idempotent = idempotent;
        this.clock = clock;
    }

    /** @throws org.houselights.web.ProblemException 4xx when it can't be had, and nobody was charged then */
    public OrderView place(UUID screeningId, NewOrder wanted, @Nullable String key) {
        Offer offer = offers.of(screeningId);
        Buyer buyer = wanted.buyer();
        Basket basket = Basket.of(wanted.tickets(), offer.prices());
        Call call = idempotent.call("order " + screeningId + " " + buyer.emailHash(), key, wanted);
        if (offer.pledges()) {
            return pledge(screeningId, buyer, basket, wanted.card(), call);
        }
        return show.show(buy.buy(screeningId, buyer, basket, () -> saveCard(basket, wanted.card()), call));
    }

    private OrderView pledge(UUID screeningId, Buyer buyer, Basket basket, @Nullable String token, Call call) {
        SavedCard card;
        try {
            card = saveCard(basket, token);
        } catch (ProblemException refused) {
            // A provider may save a card but once: whoever repeats a request gets its answer all the same.
            return show.show(orders.placedBefore(screeningId, buyer.emailHash(), call.key())
                    .orElseThrow(() -> refused)
                    .answer(call));
        }
        return switch (lanes.decide(new Pledge(screeningId, buyer, basket, card, call))) {
            case Accepted(OrderView order) -> order;
            case Repeated(UUID before) -> {
                cards.addUnlessOf(before, reference(card), clock.instant());
                yield show.show(before);
            }
            case Refused(ProblemException why) -> {
                cards.add(reference(card), clock.instant());
                throw why;
            }
            case Failed(RuntimeException why) -> throw why;
            case PledgesOver() -> {
                offers.pledgesAreOver(screeningId);
                yield show.show(buy.buy(screeningId, buyer, basket, () -> card, call));
            }
        };
    }

    private @Nullable SavedCard saveCard(Basket basket, @Nullable String token) {
        if (basket.amount().minorUnits() == 0) {
            return null;
        }
        if (token == null) {
            throw Problems.invalid("card", Sentence.of("given"));
        }
        return saveCard.save(token);
    }

    private static @Nullable String reference(@Nullable SavedCard card) {
        return card == null ? null : card.reference();
    }
}
