package org.houselights.screening.proposal;

import java.util.UUID;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.springframework.stereotype.Component;

/** A distributor looks at such proposals again. What the rule approved stays approved. */
@Component
public class RemoveApprovalRule {

    private final ApprovalRules rules;

    RemoveApprovalRule(ApprovalRules rules) {
        this.rules = rules;
    }

    public void as(UUID id, Caller caller) {
        UUID company = caller.companyId();
        if (company == null || !rules.remove(id, company)) {
            throw Problems.notFound("rule");
        }
    }
}
