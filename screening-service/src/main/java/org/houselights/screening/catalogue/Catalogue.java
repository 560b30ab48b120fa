package org.houselights.screening.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the catalogue tells the rest of the service. */
@Component
public class Catalogue {

    private final Films films;
    private final Venues venues;
    private final Companies companies;

    Catalogue(Films films, Venues venues, Companies companies) {
        this.films = films;
        this.venues = venues;
        this.companies = companies;
    }

    public Optional<Film> film(UUID id) {
        return films.find(id);
    }

    /** @param words any part of a title; null finds all */
    public PageOf<Film> films(@Nullable String words, Paging paging) {
        return films.list(words, null, null, paging);
    }

    /** The first films by title. */
    public List<Film> someFilms(int most) {
        return films.first(most);
    }

    /** By film; those that don't exist are left out. */
    public Map<UUID, String> titles(Collection<UUID> films) {
        return this.films.titles(films);
    }

    /** The films of a company by title, at most {@value Paging#LARGEST}. */
    public List<Film> filmsOf(UUID company) {
        return films.list(null, company, null, new Paging(0, Paging.LARGEST)).items();
    }

    public Optional<Company> company(UUID id) {
        return companies.find(id);
    }

    public Optional<Venue> venue(UUID id) {
        return venues.find(id);
    }

    /** The venue that has this auditorium. */
    public Optional<Venue> venueOf(UUID auditorium) {
        return venues.findByAuditorium(auditorium);
    }

    /** The names of venues by auditorium; those that don't exist are left out. */
    public Map<UUID, String> venueNames(Collection<UUID> auditoria) {
        return venues.namesByAuditorium(auditoria);
    }

    /** @param words any part of a name, an address or a city; null finds all */
    public PageOf<Venue> venues(@Nullable String words, Paging paging) {
        return venues.list(words, null, null, paging);
    }

    /** Whoever plans something in an auditorium holds it until the end of the transaction, and everybody else waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdAuditorium(UUID id) {
        venues.lockAuditorium(id);
    }
}
