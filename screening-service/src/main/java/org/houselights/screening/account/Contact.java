package org.houselights.screening.account;

import java.util.UUID;

/**
 * How to reach a person, for what is written to them.
 *
 * @param locale the language they read, as a BCP 47 tag
 */
public record Contact(UUID id, String name, String email, String locale) {

    static Contact of(Person person) {
        return new Contact(person.id(), person.name(), person.email(), person.locale());
    }
}
