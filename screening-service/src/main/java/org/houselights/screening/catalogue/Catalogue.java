package org.houselights.screening.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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

    /** Whoever plans something in an auditorium holds it until the end of the transaction, and everybody else waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdAuditorium(UUID id) {
        venues.lockAuditorium(id);
    }
}
