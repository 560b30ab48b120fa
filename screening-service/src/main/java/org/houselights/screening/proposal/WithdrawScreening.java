package org.houselights.screening.proposal;

import java.util.UUID;
import org.houselights.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The host takes a proposal back before it was decided. */
@Component
public class WithdrawScreening {

    private final Screenings screenings;
    private final Stage stage;

    WithdrawScreening(Screenings screenings, Stage stage) {
        this.screenings = screenings;
        this.stage = stage;
    }

    @Transactional
    public Screening as(UUID id, @Nullable String note, Caller caller) {
        Screening screening = screenings.require(id, caller);
        Actor by = Actor.hostOf(screening, caller);
        return stage.move(screening, Move.WITHDRAW, by, note, screening::withdraw);
    }
}
