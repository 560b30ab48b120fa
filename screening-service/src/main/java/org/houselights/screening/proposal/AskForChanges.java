package org.houselights.screening.proposal;

import java.util.UUID;
import org.houselights.web.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The film's distributor gives a proposal back, saying what should be different. */
@Component
public class AskForChanges {

    private final Screenings screenings;
    private final Stage stage;
    private final ProposalSettings settings;

    AskForChanges(Screenings screenings, Stage stage, ProposalSettings settings) {
        this.screenings = screenings;
        this.stage = stage;
        this.settings = settings;
    }

    @Transactional
    public Screening as(UUID id, String wishes, Caller caller) {
        Screening screening = screenings.require(id, caller);
        Actor by = Actor.distributorOf(screening, caller);
        return stage.move(
                screening,
                Move.ASK_FOR_CHANGES,
                by,
                wishes,
                act -> screening.askForChanges(act, settings.decisionTime()));
    }
}
