package org.houselights.screening.proposal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A screening whose pre-sale collected too little is missed. Where it ended otherwise before, it stays so. */
@Component
class MissScreening {

    private final Screenings screenings;
    private final Stage stage;

    MissScreening(Screenings screenings, Stage stage) {
        this.screenings = screenings;
        this.stage = stage;
    }

    @Transactional
    public void after(UUID id) {
        Screening screening = screenings
                .lock(id)
                .orElseThrow(() -> new IllegalStateException("A pre-sale of an unknown screening: " + id));
        if (screening.can(Move.MISS)) {
            stage.move(screening, Move.MISS, null, null, screening::miss);
        } else {
            stage.ignore(
                    id,
                    Move.MISS,
                    "The pre-sale was missed when the screening was %s already.".formatted(screening.status()));
        }
    }
}
