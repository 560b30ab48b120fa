package org.houselights.screening.account;

import java.util.Set;
import java.util.UUID;
import org.houselights.web.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a person may know of themselves, and an operator of everybody.
 *
 * @param companyId the company whose films a distributor looks after
 */
record PersonView(
        UUID id,
        String email,
        String name,
        String locale,
        Set<Role> roles,
        @Nullable UUID companyId) {

    static PersonView of(Person person) {
        return new PersonView(
                person.id(), person.email(), person.name(), person.locale(), person.roles(), person.companyId());
    }
}
