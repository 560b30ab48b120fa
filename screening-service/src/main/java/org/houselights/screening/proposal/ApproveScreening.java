package org.houselights.screening.proposal;

import java.util.UUID;
import org.houselights.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The film's distributor lets a screening go ahead. */
@Component
class ApproveScreening {

    private final Screenings screenings;
    private final Stage stage;

    ApproveScreening(Screenings screenings, Stage stage) {
        this.screenings = screenings;
        this.stage = stage;
    }

    @Transactional
    public Screening as(UUID id, @Nullable String note, Caller caller) {
        Screening screening = screenings.require(id, caller);
        Actor by = Actor.distributorOf(screening, caller);
        return stage.move(screening, Move.APPROVE, by, note, screening::approve);
    }
}
