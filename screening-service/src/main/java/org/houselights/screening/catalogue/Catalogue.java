package org.houselights.screening.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the catalogue tells the rest of the service. */
@Component
public class Catalogue {

    private final Films films;
    private final Venues venues;

    Catalogue(Films films, Venues venues) {
        this.films = films;
        this.venues = venues;
    }

    public Optional<Film> film(UUID id) {
        return films.find(id);
    }

    public Optional<Venue> venue(UUID id) {
        return venues.find(id);
    }
}
