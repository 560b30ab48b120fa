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
        require(film.isPresent(), missing, "filmId", "There is no such film. Choose one from the catalogue.");
        require(
                film.isEmpty() || licence.isPresent(),
                missing,
                "licenceId",
                "The film has no such licence. Choose one of those that it is offered under.");
        require(venue.isPresent(), missing, "venueId", "There is no such venue. Choose one from the catalogue.");
        require(
                venue.isEmpty() || auditorium.isPresent(),
                missing,
                "auditoriumId",
                "The venue has no such auditorium. Choose one of its own.");
        require(
                VenueClock.canShow(proposal.startsAt()),
                missing,
                "startsAt",
                "No calendar of ours reaches that far. Choose a day in the near future.");
        require(
                proposal.deadline() == null || VenueClock.canShow(proposal.deadline()),
                missing,
                "deadline",
                "No calendar of ours reaches that far. Choose a day before the show.");
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

    private static void require(boolean given, List<Violation> missing, String field, String message) {
        if (!given) {
            missing.add(new Violation("EXISTS", field, message));
        }
    }
}
