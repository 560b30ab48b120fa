package org.houselights.screening.proposal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A proposal that a rule of the distributor covers goes ahead in the transaction in which it arrives. */
@Component
class ApproveByRule {

    private final ApprovalRules rules;
    private final Screenings screenings;
    private final Stage stage;

    ApproveByRule(ApprovalRules rules, Screenings screenings, Stage stage) {
        this.rules = rules;
        this.screenings = screenings;
        this.stage = stage;
    }

    /** The screening, approved if a rule covers it; otherwise it waits for the distributor. */
    @Transactional(propagation = Propagation.MANDATORY)
    Screening ifCovered(Screening screening) {
        return covering(screening).map(rule -> stage.approve(screening, rule)).orElse(screening);
    }

    private Optional<ApprovalRule> covering(Screening screening) {
        boolean known = screenings.hasHeld(screening.hostId(), screening.companyId());
        return rules.of(screening.companyId()).stream()
                .filter(rule -> rule.covers(screening.plan(), known, stage.now()))
                .findFirst();
    }
}
