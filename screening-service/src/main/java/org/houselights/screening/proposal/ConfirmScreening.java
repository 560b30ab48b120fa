package org.houselights.screening.proposal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A screening whose pre-sale collected what it takes is confirmed. Where it ended otherwise before, it stays so. */
@Component
class ConfirmScreening {

    private final Screenings screenings;
    private final Stage stage;

    ConfirmScreening(Screenings screenings, Stage stage) {
        this.screenings = screenings;
        this.stage = stage;
    }

    @Transactional
    public void after(UUID id) {
        Screening screening = screenings
                .lock(id)
                .orElseThrow(() -> new IllegalStateException("A pre-sale of an unknown screening: " + id));
        if (screening.can(Move.CONFIRM)) {
            stage.move(screening, Move.CONFIRM, null, null, screening::confirm);
        } else {
            stage.ignore(
                    id,
                    Move.CONFIRM,
                    "The pre-sale was secured when the screening was %s already.".formatted(screening.status()));
        }
    }
}
