package org.houselights.screening.proposal;

import java.util.UUID;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Sentence;

/**
 * Who moved a screening, and in which role.
 *
 * @param name at that time
 */
public record Actor(UUID id, String name, Role role) {

    static Actor hostOf(Screening screening, Caller caller) {
        if (!screening.isHostedBy(caller)) {
            throw Problems.forbidden(Sentence.of("only.host"));
        }
        return new Actor(caller.personId(), caller.name(), Role.HOST);
    }

    static Actor distributorOf(Screening screening, Caller caller) {
        if (!screening.isDistributedBy(caller)) {
            throw Problems.forbidden(Sentence.of("only.distributor"));
        }
        return new Actor(caller.personId(), caller.name(), Role.DISTRIBUTOR);
    }

    /** Whoever has a say in whether a screening goes on: its host, the film's distributor, an operator. */
    static Actor responsibleFor(Screening screening, Caller caller) {
        if (screening.isHostedBy(caller)) {
            return hostOf(screening, caller);
        }
        if (caller.is(Role.OPERATOR)) {
            return new Actor(caller.personId(), caller.name(), Role.OPERATOR);
        }
        return distributorOf(screening, caller);
    }
}
