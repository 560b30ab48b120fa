package org.houselights.screening.account;

import java.util.Set;
import java.util.UUID;
import org.houselights.screening.catalogue.Catalogue;
import org.houselights.web.MailAddress;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters a person under an id of the operator's choice, or changes what is known of one. */
@Component
class EnterPerson {

    private final People people;
    private final Catalogue catalogue;
    private final Passkeys passkeys;
    private final RevokeSessions revoke;

    EnterPerson(People people, Catalogue catalogue, Passkeys passkeys, RevokeSessions revoke) {
        this.people = people;
        this.catalogue = catalogue;
        this.passkeys = passkeys;
        this.revoke = revoke;
    }

    @Transactional
    public Person as(
            UUID id, MailAddress email, String name, String locale, Set<Role> roles, @Nullable UUID companyId) {
        if (roles.contains(Role.DISTRIBUTOR) && companyId == null) {
            throw Problems.invalid("companyId", Sentence.of("person.distributor-company"));
        }
        if (companyId != null && catalogue.company(companyId).isEmpty()) {
            throw Problems.invalid("companyId", Sentence.of("company.known"));
        }
        Person person = people.lock(id).orElse(null);
        if (person == null) {
            person = new Person(id, email, name, locale);
            person.assign(email, roles, companyId);
            return people.save(person);
        }
        if (!person.email().equals(email.value())) {
            // Whoever reads the old mail has them, and may not be whoever reads the new.
            passkeys.removeAll(id);
        }
        person.describe(name, locale);
        if (person.assign(email, roles, companyId)) {
            revoke.of(person);
        }
        return person;
    }
}
