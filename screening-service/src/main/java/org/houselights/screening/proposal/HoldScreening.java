package org.houselights.screening.proposal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A confirmed screening that is over was held. */
@Component
class HoldScreening {

    private final Screenings screenings;
    private final Stage stage;

    HoldScreening(Screenings screenings, Stage stage) {
        this.screenings = screenings;
        this.stage = stage;
    }

    /** Does nothing if somebody else is at it or it isn't due any more. */
    @Transactional
    public void ifDue(UUID id) {
        screenings
                .lockOver(id, stage.now())
                .ifPresent(screening -> stage.move(screening, Move.HOLD, null, null, screening::hold));
    }
}
