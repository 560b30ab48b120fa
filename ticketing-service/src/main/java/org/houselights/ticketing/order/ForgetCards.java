package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import org.houselights.ticketing.payment.PaymentProvider;
import org.houselights.ticketing.payment.ProviderUnreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has the provider forget cards that nothing will be charged to any more. */
@Component
class ForgetCards {

    private static final Logger log = LoggerFactory.getLogger(ForgetCards.class);
    private static final int AT_ONCE = 50;

    private final CardsToForget cards;
    private final PaymentProvider provider;
    private final OrderSettings settings;
    private final Clock clock;

    ForgetCards(CardsToForget cards, PaymentProvider provider, OrderSettings settings, Clock clock) {
        this.cards = cards;
        this.provider = provider;
        this.settings = settings;
        this.clock = clock;
    }

    void forget() {
        Instant now = clock.instant();
        for (String card : cards.lease(now, now.plus(settings.chargeLease()), AT_ONCE)) {
            try {
                provider.forget(card);
                cards.forgotten(card);
            } catch (ProviderUnreachable e) {
                log.info("The payment provider can't be reached to forget cards; they are forgotten later");
                return;
            }
        }
    }
}
