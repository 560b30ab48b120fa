package org.houselights.screening.proposal;

import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/** What a proposal's prices have to keep to. Where currencies differ only that is said: amounts can't be compared then. */
final class PriceRules {

    private PriceRules() {}

    static Optional<String> oneCurrency(Draft draft) {
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
            return Optional.of("The venue sells in %s. Give all amounts in that currency.".formatted(currency));
        }
        boolean licenceIs = draft.licence().currency().map(currency::equals).orElse(true);
        return Refusal.unless(
                licenceIs,
                "The venue sells in %s and the licence is not. Choose a licence that is.".formatted(currency));
    }

    static Optional<String> educationIsFree(Draft draft) {
        Proposal proposal = draft.proposal();
        boolean free = proposal.price().minorUnits() == 0
                && proposal.concessionPrice() == null
                && proposal.payWhatYouCanFloor() == null;
        return Refusal.unless(
                free || draft.licence().kind() != LicenceKind.EDUCATIONAL,
                "Admission to an educational screening is free. Set the price to 0 and leave out the others.");
    }

    static Optional<String> priceIsWithinLimits(Draft draft) {
        if (draft.licence().kind() == LicenceKind.EDUCATIONAL || inDifferentCurrencies(draft)) {
            return Optional.empty();
        }
        Money price = draft.proposal().price();
        Money floor = draft.licence().priceFloor();
        Money ceiling = draft.licence().priceCeiling();
        if (price.minorUnits() == 0) {
            return Optional.of("A ticket can't be free under this licence. Set a price.");
        }
        if (floor != null && price.compareTo(floor) < 0) {
            return Optional.of("The licence asks for at least %s a ticket. Raise the price.".formatted(words(floor)));
        }
        return Refusal.unless(
                ceiling == null || price.compareTo(ceiling) <= 0,
                "The licence allows at most %s a ticket. Lower the price."
                        .formatted(ceiling == null ? "" : words(ceiling)));
    }

    static Optional<String> concessionCostsLess(Draft draft) {
        return refuseAbovePrice(draft, draft.proposal().concessionPrice(), "A reduced ticket");
    }

    static Optional<String> floorIsBelowPrice(Draft draft) {
        return refuseAbovePrice(draft, draft.proposal().payWhatYouCanFloor(), "A ticket at the buyer's own price");
    }

    static Optional<String> ticketsCanPay(Draft draft) {
        if (draft.figures().isEmpty() || draft.threshold().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(draft.figures().orElseThrow().shortfall());
    }

    static Optional<String> thresholdIsOnlyRaised(Draft draft) {
        Integer wanted = draft.proposal().minimumTickets();
        if (wanted == null) {
            return Optional.empty();
        }
        if (!draft.hasThreshold()) {
            return Optional.of("This licence has no threshold. Leave it out.");
        }
        if (wanted > draft.proposal().capacity()) {
            return Optional.of("There are only %d seats. Ask for fewer tickets."
                    .formatted(draft.proposal().capacity()));
        }
        return draft.breakEven()
                .filter(needed -> wanted < needed)
                .map(needed ->
                        "It takes %d tickets to pay for the screening. Ask for at least as many, or leave it out."
                                .formatted(needed));
    }

    private static Optional<String> refuseAbovePrice(Draft draft, @Nullable Money reduced, String ticket) {
        if (reduced == null || inDifferentCurrencies(draft)) {
            return Optional.empty();
        }
        return Refusal.unless(
                reduced.compareTo(draft.proposal().price()) <= 0,
                "%s can't cost more than a full one. Lower it to at most %s."
                        .formatted(ticket, words(draft.proposal().price())));
    }

    private static boolean inDifferentCurrencies(Draft draft) {
        return oneCurrency(draft).isPresent();
    }

    private static String words(Money amount) {
        return amount.format(Locale.US);
    }
}
