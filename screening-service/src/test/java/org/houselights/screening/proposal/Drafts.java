package org.houselights.screening.proposal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.houselights.screening.Town;
import org.houselights.screening.catalogue.Film;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Territory;
import org.houselights.screening.catalogue.Venue;
import org.houselights.screening.catalogue.VenueDetails;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.web.Money;

/** Drafts that keep all the rules until a test changes one thing. */
record Drafts(Proposal proposal, LicenceOffer licence, VenueDetails venue, Instant now, boolean occupied) {

    static final ProposalSettings SETTINGS =
            new ProposalSettings(21, 730, 7, Duration.ofDays(7), 30, 500, Duration.ofSeconds(1), 100);

    static Drafts aDraft() {
        return aDraftUnder(Town.crowdFunded());
    }

    static Drafts aDraftUnder(LicenceOffer licence) {
        Auditorium auditorium = new Auditorium(UUID.randomUUID(), "Screen 1", 120, 2, Money.of(50_000, "USD"));
        VenueDetails venue = new VenueDetails(
                "Rialto",
                "12 Main Street",
                "Springfield",
                null,
                null,
                new Territory("US"),
                ZoneId.of("America/New_York"),
                Currency.getInstance("USD"),
                0,
                List.of(),
                null,
                List.of(auditorium));
        return new Drafts(
                Proposals.of(UUID.randomUUID(), licence, UUID.randomUUID(), auditorium.id()),
                licence,
                venue,
                Instant.parse("2026-11-21T12:00:00Z"),
                false);
    }

    Drafts with(UnaryOperator<Proposals> change) {
        return new Drafts(change.apply(new Proposals(proposal)).proposal(), licence, venue, now, occupied);
    }

    Drafts at(String moment) {
        return new Drafts(proposal, licence, venue, Instant.parse(moment), occupied);
    }

    Drafts taken() {
        return new Drafts(proposal, licence, venue, now, true);
    }

    Drafts in(String zone, String country, String currency) {
        Auditorium room = venue.auditoria().getFirst();
        VenueDetails elsewhere = new VenueDetails(
                venue.name(),
                venue.address(),
                venue.city(),
                null,
                null,
                new Territory(country),
                ZoneId.of(zone),
                Currency.getInstance(currency),
                0,
                List.of(),
                null,
                List.of(new Auditorium(
                        room.id(),
                        room.name(),
                        room.capacity(),
                        room.wheelchairPlaces(),
                        Money.of(room.hire().minorUnits(), currency))));
        return new Drafts(proposal, licence, elsewhere, now, occupied);
    }

    Draft draft() {
        UUID company = UUID.randomUUID();
        return new Draft(
                proposal,
                new Film(proposal.filmId(), "Naked Edge", Town.filmDetails(company, "Seoul Train", licence)),
                licence,
                new Venue(proposal.venueId(), venue),
                venue.auditoria().getFirst(),
                SETTINGS,
                now,
                occupied);
    }

    List<String> broken() {
        return ProposalRule.brokenBy(draft()).stream()
                .map(ProposalRule.Violation::rule)
                .toList();
    }

    String refusal() {
        return ProposalRule.brokenBy(draft()).getFirst().sentence().in(Locale.ENGLISH);
    }
}
