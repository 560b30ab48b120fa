package org.houselights.screening.host;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.houselights.screening.catalogue.Catalogue;
import org.houselights.screening.catalogue.Film;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Venue;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.screening.form.Reading;
import org.houselights.screening.proposal.AssessProposal;
import org.houselights.screening.proposal.Assessment;
import org.houselights.screening.proposal.Proposal;
import org.houselights.screening.proposal.ProposalRule.Violation;
import org.houselights.web.FieldError;
import org.houselights.web.Money;
import org.houselights.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a proposal of what a host typed so far, and measures it by the rules before it is sent. */
@Component
class ReadProposal {

    private static final int FILMS = Paging.LARGEST;
    private static final int VENUES = 8;

    /** Where no day is chosen yet, prices are tried out on one that is far enough away; what the rules say about it is left out. */
    private static final int SOME_DAY = 60;

    private final Catalogue catalogue;
    private final AssessProposal assess;
    private final Validator validator;
    private final Clock clock;

    ReadProposal(Catalogue catalogue, AssessProposal assess, Validator validator, Clock clock) {
        this.catalogue = catalogue;
        this.assess = assess;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param proposal null if it isn't complete or can't be read
     */
    record Read(@Nullable Proposal proposal, List<FieldError> errors) {}

    ProposalChoices choices(ProposalForm form) {
        Reading ids = new Reading();
        Optional<Film> film =
                Optional.ofNullable(ids.id("filmId", form.filmId())).flatMap(catalogue::film);
        UUID licence = ids.id("licenceId", form.licenceId());
        UUID room = ids.id("auditoriumId", form.auditoriumId());
        Optional<Venue> venue = Optional.ofNullable(room).flatMap(catalogue::venueOf);
        List<Venue> found = catalogue.venues(form.venueWords(), new Paging(0, VENUES)).items().stream()
                .filter(other -> venue.filter(other::equals).isEmpty())
                .toList();
        List<Film> films = catalogue.films(null, new Paging(0, FILMS)).items().stream()
                .filter(other -> !other.details().licences().isEmpty())
                .toList();
        return new ProposalChoices(
                films,
                film.orElse(null),
                film.flatMap(chosen -> licence == null ? Optional.empty() : chosen.licence(licence))
                        .orElse(null),
                found,
                venue.orElse(null),
                ProposalChoices.auditorium(venue.orElse(null), room).orElse(null));
    }

    Read of(ProposalForm form, ProposalChoices choices) {
        Reading reading = new Reading();
        LocalDateTime start = reading.moment("startsAt", form.startsAt());
        Read read = read(form, choices, start, reading);
        reading.require("startsAt", start);
        return new Read(reading.isClean() ? read.proposal() : null, reading.errors());
    }

    /** @param as the screening that it will be or is */
    Preview preview(ProposalForm form, ProposalChoices choices, UUID as) {
        Reading reading = new Reading();
        LocalDateTime typed = reading.moment("startsAt", form.startsAt());
        boolean dated = typed != null;
        LocalDateTime start = dated ? typed : LocalDateTime.now(clock).plusDays(SOME_DAY);
        Proposal proposal = read(form, choices, start, reading).proposal();
        reading.require("startsAt", typed);
        if (proposal == null) {
            return new Preview(reading.errors(), List.of(), null, choices, 0);
        }
        Assessment assessment = assess.of(proposal, as);
        List<Violation> violations = assessment.violations().stream()
                .filter(violation -> dated
                        || !(violation.field().equals("startsAt")
                                || violation.field().equals("deadline")))
                .toList();
        return new Preview(reading.errors(), violations, assessment.threshold(), choices, proposal.capacity());
    }

    private Read read(ProposalForm form, ProposalChoices choices, @Nullable LocalDateTime start, Reading reading) {
        Film film = choices.film();
        LicenceOffer licence = choices.licence();
        Venue venue = choices.venue();
        Auditorium auditorium = choices.auditorium();
        Currency currency = choices.currency();
        reading.require("filmId", film);
        reading.require("licenceId", licence);
        reading.require("auditoriumId", auditorium);
        Integer minutes = reading.number("minutes", form.minutes());
        LocalDateTime deadline = reading.moment("deadline", form.deadline());
        Money price = price(form, licence, currency, reading);
        Money concession = reading.money("concessionPrice", form.concessionPrice(), currency);
        Money floor = reading.money("payWhatYouCanFloor", form.payWhatYouCanFloor(), currency);
        Integer capacity = reading.number("capacity", form.capacity());
        Integer wheelchairs = reading.number("wheelchairPlaces", form.wheelchairPlaces());
        Money costs = reading.money("fixedCosts", form.fixedCosts(), currency);
        Integer tickets = reading.number("minimumTickets", form.minimumTickets());
        reading.require("price", currency == null ? form.price() : price);
        if (!reading.isClean()
                || film == null
                || licence == null
                || venue == null
                || auditorium == null
                || price == null
                || start == null) {
            return new Read(null, reading.errors());
        }
        Proposal proposal = new Proposal(
                film.id(),
                licence.id(),
                venue.id(),
                auditorium.id(),
                start,
                minutes,
                deadline,
                price,
                concession,
                floor,
                Objects.requireNonNullElse(capacity, auditorium.capacity()),
                wheelchairs,
                costs,
                tickets,
                form.message());
        reading.refused(
                validator.validate(proposal).stream().map(FieldError::of).toList());
        return new Read(reading.isClean() ? proposal : null, reading.errors());
    }

    /** Where admission is free nobody has to type it. */
    private static @Nullable Money price(
            ProposalForm form, @Nullable LicenceOffer licence, @Nullable Currency currency, Reading reading) {
        boolean free = licence != null && licence.kind() == LicenceKind.EDUCATIONAL && form.price() == null;
        return reading.money("price", free ? "0" : form.price(), currency);
    }
}
