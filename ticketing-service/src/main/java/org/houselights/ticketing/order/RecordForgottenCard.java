package org.houselights.ticketing.order;

import org.springframework.stereotype.Component;

/** Records that the provider has forgotten a card. */
@Component
public class RecordForgottenCard {

    private final CardsToForget cards;

    RecordForgottenCard(CardsToForget cards) {
        this.cards = cards;
    }

    public void record(String card) {
        cards.forgotten(card);
    }
}
