package org.houselights.screening.proposal;

import java.time.LocalDateTime;
import java.util.UUID;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/** Proposals, changed one thing at a time. */
record Proposals(Proposal proposal) {

    /** 10 February 2027 at 19:30 for 12.00 USD, 100 seats, 50.00 USD of fixed costs: 66 tickets under {@code Town.crowdFunded()}. */
    static Proposal of(UUID film, LicenceOffer licence, UUID venue, UUID auditorium) {
        boolean free = licence.kind() == LicenceKind.EDUCATIONAL;
        return new Proposal(
                film,
                licence.id(),
                venue,
                auditorium,
                LocalDateTime.parse("2027-02-10T19:30:00"),
                null,
                null,
                Money.of(free ? 0 : 1_200, "USD"),
                null,
                null,
                100,
                null,
                Money.of(5_000, "USD"),
                null,
                "Our town has been waiting for this.");
    }

    Proposals startsAt(String start) {
        return new Proposals(new Proposal(
                proposal.filmId(),
                proposal.licenceId(),
                proposal.venueId(),
                proposal.auditoriumId(),
                LocalDateTime.parse(start),
                proposal.minutes(),
                proposal.deadline(),
                proposal.price(),
                proposal.concessionPrice(),
                proposal.payWhatYouCanFloor(),
                proposal.capacity(),
                proposal.wheelchairPlaces(),
                proposal.fixedCosts(),
                proposal.minimumTickets(),
                proposal.message()));
    }

    Proposals minutes(int minutes) {
        return timed(minutes, proposal.deadline());
    }

    Proposals deadline(String deadline) {
        return timed(proposal.minutes(), LocalDateTime.parse(deadline));
    }

    private Proposals timed(@Nullable Integer minutes, @Nullable LocalDateTime deadline) {
        return new Proposals(new Proposal(
                proposal.filmId(),
                proposal.licenceId(),
                proposal.venueId(),
                proposal.auditoriumId(),
                proposal.startsAt(),
                minutes,
                deadline,
                proposal.price(),
                proposal.concessionPrice(),
                proposal.payWhatYouCanFloor(),
                proposal.capacity(),
                proposal.wheelchairPlaces(),
                proposal.fixedCosts(),
                proposal.minimumTickets(),
                proposal.message()));
    }

    Proposals price(long minorUnits, String currency) {
        return priced(Money.of(minorUnits, currency), proposal.concessionPrice(), proposal.payWhatYouCanFloor());
    }

    Proposals concession(long minorUnits) {
        return priced(
                proposal.price(), new Money(minorUnits, proposal.price().currency()), proposal.payWhatYouCanFloor());
    }

    Proposals payWhatYouCan(long minorUnits) {
        return priced(
                proposal.price(),
                proposal.concessionPrice(),
                new Money(minorUnits, proposal.price().currency()));
    }

    private Proposals priced(Money price, @Nullable Money concession, @Nullable Money floor) {
        return new Proposals(new Proposal(
                proposal.filmId(),
                proposal.licenceId(),
                proposal.venueId(),
                proposal.auditoriumId(),
                proposal.startsAt(),
                proposal.minutes(),
                proposal.deadline(),
                price,
                concession,
                floor,
                proposal.capacity(),
                proposal.wheelchairPlaces(),
                new Money(5_000, price.currency()),
                proposal.minimumTickets(),
                proposal.message()));
    }

    Proposals capacity(int capacity) {
        return sized(capacity, proposal.wheelchairPlaces(), proposal.minimumTickets());
    }

    Proposals wheelchairPlaces(int places) {
        return sized(proposal.capacity(), places, proposal.minimumTickets());
    }

    Proposals minimumTickets(int tickets) {
        return sized(proposal.capacity(), proposal.wheelchairPlaces(), tickets);
    }

    private Proposals sized(int capacity, @Nullable Integer wheelchairPlaces, @Nullable Integer minimumTickets) {
        return new Proposals(new Proposal(
                proposal.filmId(),
                proposal.licenceId(),
                proposal.venueId(),
                proposal.auditoriumId(),
                proposal.startsAt(),
                proposal.minutes(),
                proposal.deadline(),
                proposal.price(),
                proposal.concessionPrice(),
                proposal.payWhatYouCanFloor(),
                capacity,
                wheelchairPlaces,
                proposal.fixedCosts(),
                minimumTickets,
                proposal.message()));
    }
}
