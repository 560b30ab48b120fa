package org.houselights.screening.proposal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.UUID;
import org.houselights.screening.catalogue.Amount;
import org.houselights.web.Money;
import org.houselights.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a host proposes: the body of {@code POST /api/screenings}, of {@code PUT /api/screenings/{id}}, of a rule check and
 * of a resubmission. Amounts are in the venue's currency and include its sales tax.
 *
 * @param filmId which film
 * @param licenceId under which of the film's licence offers
 * @param venueId where
 * @param auditoriumId in which of the venue's auditoria
 * @param startsAt when, on the venue's clocks, such as {@code 2027-02-10T19:30:00}. A time that clocks skip in spring is refused;
 *     of a time that comes twice in autumn the first is meant
 * @param minutes how long the auditorium is taken, talk and clearing included; the film's length and 30 minutes unless told
 * @param deadline until when enough tickets have to be sold, on the venue's clocks; 7 days before the show unless told. Crowd-funded screenings only
 * @param price of a full ticket; 0 for educational screenings
 * @param concessionPrice of a reduced ticket, where there are any
 * @param payWhatYouCanFloor the least that somebody pays who chooses the price, where that is allowed
 * @param capacity seats offered, at most those of the auditorium
 * @param wheelchairPlaces offered, counted apart; all that the auditorium has unless told
 * @param fixedCosts what has to be paid once besides hire and licence, such as a guest's travel; nothing unless told
 * @param minimumTickets raises the threshold above the one that is worked out; it can't be lower. Crowd-funded screenings only
 * @param message a few words to the distributor, at most 2,000 characters, with line breaks
 */
public record Proposal(
        @NotNull UUID filmId,
        @NotNull UUID licenceId,
        @NotNull UUID venueId,
        @NotNull UUID auditoriumId,
        @NotNull LocalDateTime startsAt,

        @Min(1) @Max(1_440) @Nullable Integer minutes,

        @Nullable LocalDateTime deadline,
        @NotNull @Amount Money price,
        @Nullable @Amount Money concessionPrice,
        @Nullable @Amount Money payWhatYouCanFloor,

        @Min(1) @Max(5_000) int capacity,

        @Min(0) @Max(100) @Nullable Integer wheelchairPlaces,

        @Nullable @Amount Money fixedCosts,

        @Min(1) @Max(5_000) @Nullable Integer minimumTickets,

        @PlainText(max = 2_000, lines = true, optional = true) @Nullable
        String message) {}
