package org.houselights.screening.host;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.houselights.screening.form.Typed;
import org.houselights.screening.proposal.Proposal;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as the host types it. Fields are named as in {@link Proposal}; amounts are in major units of the venue's currency.
 *
 * @param venueWords what venues were searched by
 */
public record ProposalForm(
        @Nullable String filmId,
        @Nullable String licenceId,
        @Nullable String venueWords,
        @Nullable String auditoriumId,
        @Nullable String startsAt,
        @Nullable String minutes,
        @Nullable String deadline,
        @Nullable String price,
        @Nullable String concessionPrice,
        @Nullable String payWhatYouCanFloor,
        @Nullable String capacity,
        @Nullable String wheelchairPlaces,
        @Nullable String fixedCosts,
        @Nullable String minimumTickets,
        @Nullable String message) {

    public ProposalForm {
        filmId = Typed.text(filmId);
        licenceId = Typed.text(licenceId);
        venueWords = Typed.text(venueWords);
        auditoriumId = Typed.text(auditoriumId);
        startsAt = Typed.text(startsAt);
        minutes = Typed.text(minutes);
        deadline = Typed.text(deadline);
        price = Typed.text(price);
        concessionPrice = Typed.text(concessionPrice);
        payWhatYouCanFloor = Typed.text(payWhatYouCanFloor);
        capacity = Typed.text(capacity);
        wheelchairPlaces = Typed.text(wheelchairPlaces);
        fixedCosts = Typed.text(fixedCosts);
        minimumTickets = Typed.text(minimumTickets);
        message = Typed.text(message);
    }

    static ProposalForm about(@Nullable UUID film) {
        return new ProposalForm(
                film == null ? null : film.toString(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ProposalForm of(Proposal proposal) {
        return new ProposalForm(
                proposal.filmId().toString(),
                proposal.licenceId().toString(),
                null,
                proposal.auditoriumId().toString(),
                proposal.startsAt().toString(),
                words(proposal.minutes()),
                words(proposal.deadline()),
                major(proposal.price()),
                major(proposal.concessionPrice()),
                major(proposal.payWhatYouCanFloor()),
                words(proposal.capacity()),
                words(proposal.wheelchairPlaces()),
                major(proposal.fixedCosts()),
                words(proposal.minimumTickets()),
                proposal.message());
    }

    /** Whether there is something to keep. */
    boolean isBegun() {
        return Stream.of(filmId, licenceId, auditoriumId, startsAt, price, capacity, fixedCosts, message)
                .anyMatch(Objects::nonNull);
    }

    private static @Nullable String words(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String major(@Nullable Money amount) {
        return amount == null ? null : Typed.major(amount);
    }
}
