package org.houselights.screening.proposal;

import java.util.Optional;
import java.util.UUID;
import org.houselights.screening.account.Contacts;
import org.houselights.screening.catalogue.Catalogue;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes a screening under an id of the host's choice; the same proposal under the same id again changes nothing. */
@Component
public class ProposeScreening {

    private final Screenings screenings;
    private final AssessProposal assess;
    private final Catalogue catalogue;
    private final Contacts contacts;
    private final Stage stage;
    private final ApproveByRule approveByRule;
    private final ProposalSettings settings;

    ProposeScreening(
            Screenings screenings,
            AssessProposal assess,
            Catalogue catalogue,
            Contacts contacts,
            Stage stage,
            ApproveByRule approveByRule,
            ProposalSettings settings) {
        this.screenings = screenings;
        this.assess = assess;
        this.catalogue = catalogue;
        this.contacts = contacts;
        this.stage = stage;
        this.approveByRule = approveByRule;
        this.settings = settings;
    }

    @Transactional
    public Screening as(UUID id, Proposal proposal, Caller caller) {
        // Whoever repeats the call while the first is under way waits here and then finds what the first has made.
        catalogue.holdAuditorium(proposal.auditoriumId());
        Optional<Screening> before = screenings.findById(id);
        return before.isPresent() ? repeated(before.get(), proposal, caller) : proposed(id, proposal, caller);
    }

    private Screening proposed(UUID id, Proposal proposal, Caller caller) {
        Plan plan = assess.of(proposal, id).accepted();
        Screening screening =
                new Screening(id, plan, contacts.of(caller.personId()), stage.now(), settings.decisionTime());
        Actor host = new Actor(caller.personId(), caller.name(), Role.HOST);
        return approveByRule.ifCovered(screening, plan, Move.PROPOSE, host, proposal.message(), screening::proposed);
    }

    private static Screening repeated(Screening known, Proposal proposal, Caller caller) {
        if (!known.isVisibleTo(caller)) {
            throw Problems.notFound("screening");
        }
        Actor.hostOf(known, caller);
        if (!known.plan().proposal().equals(proposal)) {
            throw Problems.conflict("already-proposed", Sentence.of("already-proposed"));
        }
        return known;
    }
}
