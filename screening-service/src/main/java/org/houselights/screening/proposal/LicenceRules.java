package org.houselights.screening.proposal;

import java.time.LocalDate;
import java.util.Optional;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Territory;

/** Where, when and to how many people a licence and a house allow a film to be shown. */
final class LicenceRules {

    private LicenceRules() {}

    static Optional<String> coversCountry(Draft draft) {
        Territory country = draft.venue().details().country();
        return Refusal.unless(
                draft.licence().territories().contains(country),
                "The licence is not for %s. Choose one that is, or a venue in one of its countries."
                        .formatted(country.displayName()));
    }

    static Optional<String> coversDay(Draft draft) {
        LocalDate day = draft.proposal().startsAt().toLocalDate();
        LocalDate from = draft.licence().from();
        LocalDate to = draft.licence().to();
        boolean covered = !day.isBefore(from) && (to == null || !day.isAfter(to));
        return to == null
                ? Refusal.unless(covered, "The licence begins on %s. Choose a day from then on.".formatted(from))
                : Refusal.unless(
                        covered, "The licence is for the days from %s to %s. Choose one of them.".formatted(from, to));
    }

    static Optional<String> coversAudience(Draft draft) {
        int capacity = draft.proposal().capacity();
        return switch (draft.licence()) {
            case LicenceOffer.CrowdFunded any -> Optional.empty();
            case LicenceOffer.FlatFee flat ->
                Refusal.unless(
                        flat.fee(capacity).isPresent(),
                        "The licence has fees for up to %d people. Offer no more seats than that."
                                .formatted(flat.largestAudience()));
            case LicenceOffer.Educational free ->
                Refusal.unless(
                        capacity <= LicenceOffer.EDUCATIONAL_AUDIENCE,
                        "An educational licence is for at most %d people. Offer no more seats than that."
                                .formatted(LicenceOffer.EDUCATIONAL_AUDIENCE));
        };
    }

    static Optional<String> houseIsLargeEnough(Draft draft) {
        return Refusal.unless(
                draft.proposal().capacity() <= draft.auditorium().capacity(),
                "%s has %d seats. Offer no more than that, or choose a larger auditorium."
                        .formatted(draft.auditorium().name(), draft.auditorium().capacity()));
    }

    static Optional<String> wheelchairPlacesExist(Draft draft) {
        return Refusal.unless(
                draft.wheelchairPlaces() <= draft.auditorium().wheelchairPlaces(),
                "%s has %d wheelchair places. Offer no more than that, or choose another auditorium."
                        .formatted(draft.auditorium().name(), draft.auditorium().wheelchairPlaces()));
    }
}
