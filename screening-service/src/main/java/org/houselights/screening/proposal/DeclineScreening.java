package org.houselights.screening.proposal;

import java.util.UUID;
import org.houselights.web.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The film's distributor says no, and why. */
@Component
public class DeclineScreening {

    private final Screenings screenings;
    private final Stage stage;

    DeclineScreening(Screenings screenings, Stage stage) {
        this.screenings = screenings;
        this.stage = stage;
    }

    @Transactional
    public Screening as(UUID id, String reason, Caller caller) {
        Screening screening = screenings.require(id, caller);
        Actor by = Actor.distributorOf(screening, caller);
        return stage.move(screening, Move.DECLINE, by, reason, screening::decline);
    }
}
