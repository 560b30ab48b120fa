package org.houselights.seeds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company that owns the rights of films.
 *
 * @param name by which the other files refer to it
 * @param country by its ISO 3166 code
 */
public record Company(
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        UUID id,

        String name,
        String country,
        @Nullable String website) {}
