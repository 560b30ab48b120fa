package org.houselights.seeds;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in: one who decides for the films of a company, or a host.
 *
 * @param email by which the other files refer to the person
 * @param locale the language of the person's mails
 * @param company of which the person is staff; none for hosts
 */
public record Person(
        UUID id,
        String name,
        String email,
        String locale,
        @Nullable String company) {}
