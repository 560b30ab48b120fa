package org.houselights.screening.proposal;

import java.time.Clock;
import java.util.UUID;
import org.houselights.screening.catalogue.Catalogue;
import org.houselights.web.Caller;
import org.houselights.web.Ids;
import org.houselights.web.Money;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;

/** A distributor says in advance what may go ahead. It holds for what is proposed from then on. */
@Component
public class SetApprovalRule {

    private static final int MOST = 50;

    private final ApprovalRules rules;
    private final Catalogue catalogue;
    private final Clock clock;

    SetApprovalRule(ApprovalRules rules, Catalogue catalogue, Clock clock) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public void as(ApprovalRule.Details details, Caller caller) {
        UUID company = caller.companyId();
        if (company == null || !caller.is(Role.DISTRIBUTOR)) {
            throw Problems.forbidden(Sentence.of("only.distributor-sets-rules"));
        }
        check(details, company);
        Actor by = new Actor(caller.personId(), caller.name(), Role.DISTRIBUTOR);
        rules.add(new ApprovalRule(Ids.next(), company, by, details), clock.instant());
    }

    private void check(ApprovalRule.Details details, UUID company) {
        UUID film = details.filmId();
        if (film != null
                && catalogue
                        .film(film)
                        .filter(known -> known.details().companyId().equals(company))
                        .isEmpty()) {
            throw Problems.invalid("filmId", Sentence.of("film.of-your-company"));
        }
        Money lowest = details.terms().lowestPrice();
        Money highest = details.terms().highestPrice();
        if (lowest != null && highest != null) {
            if (!lowest.currency().equals(highest.currency())) {
                throw Problems.invalid("highestPrice", Sentence.of("highest-price.currency"));
            }
            if (highest.compareTo(lowest) < 0) {
                throw Problems.invalid("highestPrice", Sentence.of("highest-price.too-low"));
            }
        }
        if (rules.of(company).size() >= MOST) {
            throw Problems.conflict("too-many-rules", Sentence.of("too-many-rules", MOST));
        }
    }
}
