package org.houselights.screening.proposal;

import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.web.Money;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;

/** What a proposal's prices have to keep to. Where currencies differ only that is said: amounts can't be compared then. */
final class PriceRules {

    private PriceRules() {}

    static Optional<Sentence> oneCurrency(Draft draft) {
        Currency currency = draft.venue().details().currency();
        Proposal proposal = draft.proposal();
        boolean pricesAre = Stream.of(
                        proposal.price(),
                        proposal.concessionPrice(),
                        proposal.payWhatYouCanFloor(),
                        proposal.fixedCosts())
                .filter(Objects::nonNull)
                .allMatch(amount -> amount.currency().equals(currency));
        if (!pricesAre) {
            return Optional.of(Sentence.of("rule.currency.amounts", currency));
        }
        boolean licenceIs = draft.licence().currency().map(currency::equals).orElse(true);
        return Refusal.unless(licenceIs, Sentence.of("rule.currency.licence", currency));
    }

    static Optional<Sentence> educationIsFree(Draft draft) {
        Proposal proposal = draft.proposal();
        boolean free = proposal.price().minorUnits() == 0
                && proposal.concessionPrice() == null
                && proposal.payWhatYouCanFloor() == null;
        return Refusal.unless(
                free || draft.licence().kind() != LicenceKind.EDUCATIONAL, Sentence.of("rule.education-is-free"));
    }

    static Optional<Sentence> priceIsWithinLimits(Draft draft) {
        if (draft.licence().kind() == LicenceKind.EDUCATIONAL || inDifferentCurrencies(draft)) {
            return Optional.empty();
        }
        Money price = draft.proposal().price();
        Money floor = draft.licence().priceFloor();
        Money ceiling = draft.licence().priceCeiling();
        if (price.minorUnits() == 0) {
            return Optional.of(Sentence.of("rule.price.free"));
        }
        if (floor != null && price.compareTo(floor) < 0) {
            return Optional.of(Sentence.of("rule.price.too-low", floor));
        }
        return ceiling == null
                ? Optional.empty()
                : Refusal.unless(price.compareTo(ceiling) <= 0, Sentence.of("rule.price.too-high", ceiling));
    }

    static Optional<Sentence> concessionCostsLess(Draft draft) {
        return refuseAbovePrice(
                draft,
                draft.proposal().concessionPrice(),
                Sentence.of("rule.concession", draft.proposal().price()));
    }

    static Optional<Sentence> floorIsBelowPrice(Draft draft) {
        return refuseAbovePrice(
                draft,
                draft.proposal().payWhatYouCanFloor(),
                Sentence.of("rule.own-price", draft.proposal().price()));
    }

    static Optional<Sentence> ticketsCanPay(Draft draft) {
        if (draft.figures().isEmpty() || draft.threshold().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(draft.figures().orElseThrow().shortfall());
    }

    static Optional<Sentence> thresholdIsOnlyRaised(Draft draft) {
        Integer wanted = draft.proposal().minimumTickets();
        if (wanted == null) {
            return Optional.empty();
        }
        if (!draft.hasThreshold()) {
            return Optional.of(Sentence.of("rule.threshold.none"));
        }
        if (wanted > draft.proposal().capacity()) {
            return Optional.of(
                    Sentence.of("rule.threshold.seats", draft.proposal().capacity()));
        }
        return draft.breakEven()
                .filter(needed -> wanted < needed)
                .map(needed -> Sentence.of("rule.threshold.too-low", needed));
    }

    private static Optional<Sentence> refuseAbovePrice(Draft draft, @Nullable Money reduced, Sentence refusal) {
        if (reduced == null || inDifferentCurrencies(draft)) {
            return Optional.empty();
        }
        return Refusal.unless(reduced.compareTo(draft.proposal().price()) <= 0, refusal);
    }

    private static boolean inDifferentCurrencies(Draft draft) {
        return oneCurrency(draft).isPresent();
    }
}
