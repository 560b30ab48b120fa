package org.houselights.screening.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import java.util.UUID;

/**
 * A film with everything that its page tells.
 *
 * @param companyName the name of the company that owns the rights
 */
public record Film(
        UUID id, String companyName, @JsonUnwrapped FilmDetails details) {

    public Optional<LicenceOffer> licence(UUID licenceId) {
        return details.licences().stream()
                .filter(offer -> offer.id().equals(licenceId))
                .findFirst();
    }
}
