package org.houselights.screening.proposal;

import java.time.LocalDate;
import java.util.Optional;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Territory;
import org.houselights.web.Sentence;

/** Where, when and to how many people a licence and a house allow a film to be shown. */
final class LicenceRules {

    private LicenceRules() {}

    static Optional<Sentence> coversCountry(Draft draft) {
        Territory country = draft.venue().details().country();
        return Refusal.unless(
                draft.licence().territories().contains(country),
                Sentence.of("rule.licence.country", country.displayName()));
    }

    static Optional<Sentence> coversDay(Draft draft) {
        LocalDate day = draft.proposal().startsAt().toLocalDate();
        LocalDate from = draft.licence().from();
        LocalDate to = draft.licence().to();
        boolean covered = !day.isBefore(from) && (to == null || !day.isAfter(to));
        return to == null
                ? Refusal.unless(covered, Sentence.of("rule.licence.begins", from))
                : Refusal.unless(covered, Sentence.of("rule.licence.days", from, to));
    }

    static Optional<Sentence> coversAudience(Draft draft) {
        int capacity = draft.proposal().capacity();
        return switch (draft.licence()) {
            case LicenceOffer.CrowdFunded any -> Optional.empty();
            case LicenceOffer.FlatFee flat ->
                Refusal.unless(
                        flat.fee(capacity).isPresent(), Sentence.of("rule.licence.audience", flat.largestAudience()));
            case LicenceOffer.Educational free ->
                Refusal.unless(
                        capacity <= LicenceOffer.EDUCATIONAL_AUDIENCE,
                        Sentence.of("rule.licence.educational-audience", LicenceOffer.EDUCATIONAL_AUDIENCE));
        };
    }

    static Optional<Sentence> houseIsLargeEnough(Draft draft) {
        return Refusal.unless(
                draft.proposal().capacity() <= draft.auditorium().capacity(),
                Sentence.of(
                        "rule.house.seats",
                        draft.auditorium().name(),
                        draft.auditorium().capacity()));
    }

    static Optional<Sentence> wheelchairPlacesExist(Draft draft) {
        return Refusal.unless(
                draft.wheelchairPlaces() <= draft.auditorium().wheelchairPlaces(),
                Sentence.of(
                        "rule.house.wheelchair-places",
                        draft.auditorium().name(),
                        draft.auditorium().wheelchairPlaces()));
    }
}
