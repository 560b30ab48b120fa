package org.houselights.screening.account;

import java.util.List;
import java.util.UUID;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the people whom others write to. */
@Component
@Transactional(readOnly = true)
public class Contacts {

    private final People people;

    Contacts(People people) {
        this.people = people;
    }

    /** The person of this id, who must exist. */
    public Contact of(UUID person) {
        return people.findById(person).map(Contact::of).orElseThrow(() -> Problems.notFound("person"));
    }

    /** Those who decide for the films of a company, by name. */
    public List<Contact> ofCompany(UUID company) {
        return people.findByCompanyAndRole(company, Role.DISTRIBUTOR).stream()
                .map(Contact::of)
                .toList();
    }
}
