package org.houselights.seeds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place with auditoria, in the words of {@code PUT /api/venues/{id}}.
 *
 * @param name by which screenings refer to it
 * @param salesTaxBasisPoints the tax that a ticket's price includes: 2000 is 20 %
 */
public record Venue(
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        UUID id,

        String name,
        String address,
        String city,
        @Nullable String region,
        @Nullable String postalCode,
        String country,
        ZoneId timeZone,
        Currency currency,
        int salesTaxBasisPoints,
        List<String> access,
        @Nullable String website,
        List<Auditorium> auditoria) {

    /** @param name by which screenings refer to it */
    public record Auditorium(UUID id, String name, int capacity, int wheelchairPlaces, Amount hire) {}

    Optional<Auditorium> auditorium(String name) {
        return auditoria.stream()
                .filter(auditorium -> auditorium.name().equals(name))
                .findFirst();
    }
}
