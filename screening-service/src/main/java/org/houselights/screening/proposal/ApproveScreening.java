package org.houselights.screening.proposal;

import java.util.UUID;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The film's distributor lets a screening go ahead. */
@Component
public class ApproveScreening {

    private final Screenings screenings;
    private final Stage stage;

    ApproveScreening(Screenings screenings, Stage stage) {
        this.screenings = screenings;
        this.stage = stage;
    }

    /** @param revision of the plan that was looked at, so that nobody approves what the host has changed meanwhile; null for any */
    @Transactional
    public Screening as(UUID id, @Nullable Integer revision, @Nullable String note, Caller caller) {
        Screening screening = screenings.require(id, caller);
        Actor by = Actor.distributorOf(screening, caller);
        if (revision != null && revision != screening.revision()) {
            throw Problems.conflict("changed-meanwhile", Sentence.of("proposal.changed-meanwhile"));
        }
        return stage.move(screening, Move.APPROVE, by, note, screening::approve);
    }
}
