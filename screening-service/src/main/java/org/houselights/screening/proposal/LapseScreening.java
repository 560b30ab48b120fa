package org.houselights.screening.proposal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A proposal that nobody decided in time lapses. */
@Component
class LapseScreening {

    private final Screenings screenings;
    private final Stage stage;

    LapseScreening(Screenings screenings, Stage stage) {
        this.screenings = screenings;
        this.stage = stage;
    }

    /** Does nothing if somebody else is at it or it isn't due any more. */
    @Transactional
    public void ifDue(UUID id) {
        screenings
                .lockUndecided(id, stage.now())
                .ifPresent(screening -> stage.move(screening, Move.LAPSE, null, null, screening::lapse));
    }
}
