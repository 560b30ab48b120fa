package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hands out cards that the provider shall forget. Two claimers never get the same one. */
@Component
public class ClaimCardsToForget {

    private final CardsToForget cards;
    private final OrderSettings settings;
    private final Clock clock;

    ClaimCardsToForget(CardsToForget cards, OrderSettings settings, Clock clock) {
        this.cards = cards;
        this.settings = settings;
        this.clock = clock;
    }

    public List<String> next(int max) {
        Instant now = clock.instant();
        return cards.lease(now, now.plus(settings.chargeLease()), max);
    }
}
