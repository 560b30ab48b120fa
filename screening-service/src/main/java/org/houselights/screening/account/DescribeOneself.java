package org.houselights.screening.account;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a person is called and which language they read. */
@Component
class DescribeOneself {

    private final People people;

    DescribeOneself(People people) {
        this.people = people;
    }

    @Transactional
    public Person as(UUID id, @Nullable String name, @Nullable String locale) {
        Person person = people.require(id);
        person.describe(
                Objects.requireNonNullElse(name, person.name()), Objects.requireNonNullElse(locale, person.locale()));
        return person;
    }
}
