package org.houselights.screening.proposal;

import java.util.UUID;
import org.houselights.web.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever is responsible for a screening calls it off, and says why. */
@Component
public class CancelScreening {

    private final Screenings screenings;
    private final Stage stage;

    CancelScreening(Screenings screenings, Stage stage) {
        this.screenings = screenings;
        this.stage = stage;
    }

    @Transactional
    public Screening as(UUID id, String reason, Caller caller) {
        Screening screening = screenings.require(id, caller);
        Actor by = Actor.responsibleFor(screening, caller);
        return stage.move(screening, Move.CANCEL, by, reason, screening::cancel);
    }
}
