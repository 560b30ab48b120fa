package org.houselights.screening.proposal;

import java.util.UUID;
import org.houselights.screening.catalogue.Catalogue;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The host hands a proposal in again, changed as the distributor asked for. It stays with the same distributor. */
@Component
public class ResubmitScreening {

    private final Screenings screenings;
    private final AssessProposal assess;
    private final Catalogue catalogue;
    private final ApproveByRule approveByRule;
    private final ProposalSettings settings;

    ResubmitScreening(
            Screenings screenings,
            AssessProposal assess,
            Catalogue catalogue,
            ApproveByRule approveByRule,
            ProposalSettings settings) {
        this.screenings = screenings;
        this.assess = assess;
        this.catalogue = catalogue;
        this.approveByRule = approveByRule;
        this.settings = settings;
    }

    @Transactional
    public Screening as(UUID id, Proposal changed, Caller caller) {
        Screening screening = screenings.require(id, caller);
        Actor host = Actor.hostOf(screening, caller);
        screening.expect(Move.RESUBMIT);
        catalogue.holdAuditorium(changed.auditoriumId());
        Plan plan = assess.of(changed, id).accepted();
        if (!plan.film().companyId().equals(screening.companyId())) {
            throw Problems.invalid("filmId", Sentence.of("film.same-distributor"));
        }
        return approveByRule.ifCovered(
                screening,
                plan,
                Move.RESUBMIT,
                host,
                changed.message(),
                act -> screening.resubmit(act, plan, settings.decisionTime()));
    }
}
