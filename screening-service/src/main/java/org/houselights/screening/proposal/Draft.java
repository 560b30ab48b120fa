package org.houselights.screening.proposal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.houselights.screening.catalogue.Film;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Venue;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * A proposal next to everything that it names, ready to be measured by the rules.
 *
 * @param occupied whether another live screening has the auditorium at that time
 */
record Draft(
        Proposal proposal,
        Film film,
        LicenceOffer licence,
        Venue venue,
        Auditorium auditorium,
        ProposalSettings settings,
        Instant now,
        boolean occupied) {

    Draft occupied(boolean byAnother) {
        return new Draft(proposal, film, licence, venue, auditorium, settings, now, byAnother);
    }

    ZoneId zone() {
        return venue.details().timeZone();
    }

    Instant startsAt() {
        return VenueClock.instant(proposal.startsAt(), zone());
    }

    int minutes() {
        return proposal.minutes() == null
                ? film.details().runtimeMinutes() + settings.turnoverMinutes()
                : proposal.minutes();
    }

    Instant endsAt() {
        return startsAt().plusSeconds(60L * minutes());
    }

    boolean hasThreshold() {
        return licence.kind() == LicenceKind.CROWD_FUNDED;
    }

    /** None where there is no threshold to reach until then. */
    @Nullable
    Instant deadline() {
        return hasThreshold() ? VenueClock.instant(localDeadline(), zone()) : null;
    }

    private LocalDateTime localDeadline() {
        return proposal.deadline() == null
                ? proposal.startsAt().minusDays(settings.deadlineDays())
                : proposal.deadline();
    }

    int wheelchairPlaces() {
        return proposal.wheelchairPlaces() == null ? auditorium.wheelchairPlaces() : proposal.wheelchairPlaces();
    }

    /** None where the audience doesn't have to pay for the screening, or where its amounts are in different currencies. */
    Optional<ThresholdFigures> figures() {
        if (!(licence instanceof LicenceOffer.CrowdFunded terms)) {
            return Optional.empty();
        }
        Money price = proposal.price();
        Money fixedCosts = proposal.fixedCosts() == null ? Money.zero(price.currency()) : proposal.fixedCosts();
        return Optional.of(new ThresholdFigures(
                        auditorium.hire(),
                        terms.licenceMinimum(),
                        fixedCosts,
                        price,
                        venue.details().salesTaxBasisPoints(),
                        Money.zero(price.currency()),
                        settings.ticketCostBasisPoints(),
                        terms.hostShareBasisPoints(),
                        proposal.capacity()))
                .filter(ThresholdFigures::isInOneCurrency);
    }

    /** None where it can't be reached, whatever is sold. */
    Optional<Integer> breakEven() {
        return figures()
                .flatMap(ThresholdFigures::tickets)
                .filter(tickets -> tickets.bitLength() < Integer.SIZE)
                .map(tickets -> tickets.intValueExact());
    }

    Optional<ThresholdExplanation> threshold() {
        return figures()
                .flatMap(figures -> breakEven()
                        .filter(tickets -> tickets <= proposal.capacity())
                        .map(tickets -> ThresholdExplanation.of(figures, tickets, proposal.minimumTickets())));
    }
}
