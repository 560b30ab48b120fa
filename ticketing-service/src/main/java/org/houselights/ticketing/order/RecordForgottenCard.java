package org.houselights.ticketing.order;

import java.util.Collections;
import org.houselights.ticketing.lane.Lanes;
import org.springframework.stereotype.Component;

/** Records that the provider has forgotten a card, together with others of which the same is known by now. */
@Component
public class RecordForgottenCard {

    private static final int GROUP = 100;

    private final Lanes<String, Boolean> lane;

    RecordForgottenCard(CardsToForget cards) {
        this.lane = new Lanes<>("forgotten-lane", 1, GROUP, card -> "all", group -> {
            cards.forgotten(group);
            return Collections.nCopies(group.size(), true);
        });
    }

    public void record(String card) {
        lane.ask(card);
    }
}
