package org.houselights.screening.proposal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.houselights.screening.catalogue.Catalogue;
import org.houselights.screening.catalogue.Film;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Venue;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.screening.proposal.ProposalRule.Violation;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;

/** Measures a proposal by all the rules. */
@Component
public class AssessProposal {

    private final Catalogue catalogue;
    private final Screenings screenings;
    private final ProposalSettings settings;
    private final Clock clock;

    AssessProposal(Catalogue catalogue, Screenings screenings, ProposalSettings settings, Clock clock) {
        this.catalogue = catalogue;
        this.screenings = screenings;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param as the screening that it is or will be, which is not in its own way */
    public Assessment of(Proposal proposal, UUID as) {
        Optional<Film> film = catalogue.film(proposal.filmId());
        Optional<LicenceOffer> licence = film.flatMap(found -> found.licence(proposal.licenceId()));
        Optional<Venue> venue = catalogue.venue(proposal.venueId());
        Optional<Auditorium> auditorium = venue.flatMap(found -> found.auditorium(proposal.auditoriumId()));
        List<Violation> missing = new ArrayList<>();
        require(film.isPresent(), missing, "filmId", Sentence.of("exists.film"));
        require(film.isEmpty() || licence.isPresent(), missing, "licenceId", Sentence.of("exists.licence"));
        require(venue.isPresent(), missing, "venueId", Sentence.of("exists.venue"));
        require(venue.isEmpty() || auditorium.isPresent(), missing, "auditoriumId", Sentence.of("exists.auditorium"));
        require(VenueClock.canShow(proposal.startsAt()), missing, "startsAt", Sentence.of("exists.start"));
        require(
                proposal.deadline() == null || VenueClock.canShow(proposal.deadline()),
                missing,
                "deadline",
                Sentence.of("exists.deadline"));
        if (!missing.isEmpty()) {
            return new Assessment(missing, null);
        }
        Draft draft = new Draft(
                proposal,
                film.orElseThrow(),
                licence.orElseThrow(),
                venue.orElseThrow(),
                auditorium.orElseThrow(),
                settings,
                clock.instant(),
                false);
        boolean occupied = screenings.isTaken(proposal.auditoriumId(), draft.startsAt(), draft.endsAt(), as);
        return Assessment.of(draft.occupied(occupied));
    }

    private static void require(boolean given, List<Violation> missing, String field, Sentence message) {
        if (!given) {
            missing.add(new Violation("EXISTS", field, message));
        }
    }
}
