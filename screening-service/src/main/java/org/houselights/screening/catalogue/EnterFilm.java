package org.houselights.screening.catalogue;

import java.time.Clock;
import java.util.UUID;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;

/** Enters a film or replaces what is known of one. A distributor keeps the films of one company; an operator keeps all. */
@Component
public class EnterFilm {

    private final Films films;
    private final Companies companies;
    private final Clock clock;

    EnterFilm(Films films, Companies companies, Clock clock) {
        this.films = films;
        this.companies = companies;
        this.clock = clock;
    }

    public Film as(UUID id, FilmDetails details, Caller by) {
        boolean operator = by.is(Role.OPERATOR);
        if (!operator && !by.isOf(details.companyId())) {
            throw Problems.forbidden(Sentence.of("only.own-films"));
        }
        SoundOffers.check(details);
        Company company = companies
                .find(details.companyId())
                .orElseThrow(() -> Problems.invalid("companyId", Sentence.of("company.known")));
        if (!films.put(id, details, operator, clock.instant())) {
            throw Problems.forbidden(Sentence.of("film.of-another-company"));
        }
        return new Film(id, company.details().name(), details);
    }
}
