package org.houselights.screening.catalogue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.houselights.screening.catalogue.LicenceOffer.Fee;
import org.houselights.web.FieldError;
import org.houselights.web.Money;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;

/** What has to fit together in a film's page, beyond each field by itself. */
final class SoundOffers {

    private final List<FieldError> errors = new ArrayList<>();

    private SoundOffers() {}

    /** @throws org.houselights.web.ProblemException with every field that does not fit */
    static void check(FilmDetails film) {
        SoundOffers sound = new SoundOffers();
        for (int i = 0; i < film.broadcasts().size(); i++) {
            sound.zone("broadcasts[%d].timeZone".formatted(i), film.broadcasts().get(i));
        }
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < film.licences().size(); i++) {
            LicenceOffer offer = film.licences().get(i);
            String path = "licences[%d].".formatted(i);
            sound.require(ids.add(offer.id()), path + "id", Sentence.of("licence.same-id"));
            sound.offer(path, offer);
        }
        if (!sound.errors.isEmpty()) {
            throw Problems.invalid(sound.errors);
        }
    }

    private void zone(String path, FilmDetails.Broadcast broadcast) {
        ZoneId zone = broadcast.timeZone();
        require(zone == null || TimeZones.isPlace(zone), path, TimeZones.expected());
    }

    private void offer(String path, LicenceOffer offer) {
        require(
                offer.to() == null || !offer.to().isBefore(offer.from()),
                path + "to",
                Sentence.of("licence.ends-before"));
        boolean oneCurrency = amounts(offer).map(Money::currency).distinct().count() <= 1;
        require(oneCurrency, path + "currency", Sentence.of("licence.one-currency"));
        Money floor = offer.priceFloor();
        Money ceiling = offer.priceCeiling();
        require(
                !oneCurrency || floor == null || ceiling == null || floor.compareTo(ceiling) <= 0,
                path + "priceCeiling",
                Sentence.of("licence.ceiling"));
        if (offer instanceof LicenceOffer.FlatFee flat) {
            fees(path, flat.fees());
        }
    }

    private void fees(String path, List<Fee> fees) {
        for (int i = 1; i < fees.size(); i++) {
            require(
                    fees.get(i).upTo() > fees.get(i - 1).upTo(),
                    path + "fees[%d].upTo".formatted(i),
                    Sentence.of("licence.fees-grow"));
        }
    }

    private static Stream<Money> amounts(LicenceOffer offer) {
        Stream<Money> own = switch (offer) {
            case LicenceOffer.CrowdFunded crowd -> Stream.of(crowd.licenceMinimum());
            case LicenceOffer.FlatFee flat -> flat.fees().stream().map(Fee::fee);
            case LicenceOffer.Educational free -> Stream.empty();
        };
        return Stream.concat(
                own, Stream.of(offer.priceFloor(), offer.priceCeiling()).filter(Objects::nonNull));
    }

    private void require(boolean fits, String field, Sentence message) {
        if (!fits) {
            errors.add(new FieldError(field, message));
        }
    }
}
