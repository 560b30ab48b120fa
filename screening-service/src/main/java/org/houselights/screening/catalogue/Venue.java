package org.houselights.screening.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import java.util.UUID;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;

/** A place where films are shown. */
public record Venue(UUID id, @JsonUnwrapped VenueDetails details) {

    public Optional<Auditorium> auditorium(UUID auditoriumId) {
        return details.auditoria().stream()
                .filter(auditorium -> auditorium.id().equals(auditoriumId))
                .findFirst();
    }
}
