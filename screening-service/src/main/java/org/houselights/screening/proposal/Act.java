package org.houselights.screening.proposal;

import java.time.Instant;
import java.util.List;
import org.houselights.screening.account.Contact;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a move.
 *
 * @param by nobody where time or the pre-sale decided
 * @param rule of the distributor, by which it is approved without waiting for anybody
 * @param host the screening's host, to be told
 * @param distributors those who decide for the film's company, to be told
 */
record Act(
        @Nullable Actor by,
        @Nullable String reason,
        @Nullable ApprovalRule rule,
        Instant at,
        Contact host,
        List<Contact> distributors) {

    Act {
        distributors = List.copyOf(distributors);
    }

    @Nullable
    Decision decision() {
        return by == null ? null : new Decision(by, at, reason, rule == null ? null : rule.name());
    }

    /**
     * What a person decided.
     *
     * @param rule the name of the distributor's rule by which it is approved without waiting for anybody
     */
    record Decision(
            Actor by,
            Instant at,
            @Nullable String reason,
            @Nullable String rule) {}
}
