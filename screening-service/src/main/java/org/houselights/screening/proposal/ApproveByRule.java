package org.houselights.screening.proposal;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    /** Hands in a plan. The screening is approved if a rule covers the plan; otherwise it waits for the distributor. */
    @Transactional(propagation = Propagation.MANDATORY)
    Screening ifCovered(
            Screening screening,
            Plan plan,
            Move move,
            Actor host,
            @Nullable String message,
            Function<Act, ScreeningEvent> transition) {
        return covering(screening, plan)
                .map(rule -> stage.moveAndApprove(screening, move, host, message, rule, transition))
                .orElseGet(() -> stage.move(screening, move, host, message, transition));
    }

    private Optional<ApprovalRule> covering(Screening screening, Plan plan) {
        boolean known = screenings.hasHeld(screening.hostId(), screening.companyId());
        return rules.of(screening.companyId()).stream()
                .filter(rule -> rule.covers(plan, known, stage.now()))
                .findFirst();
    }
}
