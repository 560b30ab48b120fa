package org.houselights.screening.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.houselights.screening.catalogue.Amount;
import org.houselights.screening.catalogue.Territory;
import org.houselights.web.Money;
import org.houselights.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a distributor approves without looking.
 *
 * @param by whoever set the rule and answers for what it approves
 */
public record ApprovalRule(UUID id, UUID companyId, Actor by, Details details) {

    /**
     * @param name by which it is told in the history of what it approved, at most 80 characters
     * @param filmId none means every film of the company
     * @param terms that a proposal has to meet, all of them
     */
    public record Details(
            @PlainText(max = 80) String name,
            @Nullable UUID filmId,
            @NotNull @Valid Terms terms) {}

    /**
     * @param territories countries of the venue; none means all that the licence covers
     * @param leadTimeDays how many days ahead the show has to be at least
     * @param lowestPrice of a full ticket; proposals in other currencies don't meet it
     * @param highestPrice of a full ticket; proposals in other currencies don't meet it
     * @param largestHouse how many seats may be offered at most
     * @param knownHostsOnly whether the host must have held a screening of a film of the company before
     */
    public record Terms(
            @NotNull @Size(max = 250) List<@NotNull Territory> territories,

            @Min(0) @Max(365) @Nullable Integer leadTimeDays,
            @Nullable @Amount Money lowestPrice,
            @Nullable @Amount Money highestPrice,

            @Min(1) @Max(5_000) @Nullable Integer largestHouse,

            boolean knownHostsOnly) {

        public Terms {
            territories = List.copyOf(territories);
        }
    }

    String name() {
        return details.name();
    }

    /** @param known whether the host held a screening of a film of the company before */
    boolean covers(Plan plan, boolean known, Instant now) {
        Terms terms = details.terms();
        Money price = plan.proposal().price();
        return (details.filmId() == null || details.filmId().equals(plan.film().id()))
                && (terms.territories().isEmpty()
                        || terms.territories().contains(plan.place().country()))
                && (terms.leadTimeDays() == null
                        || !plan.startsAt().isBefore(now.plus(Duration.ofDays(terms.leadTimeDays()))))
                && (terms.lowestPrice() == null || isAtMost(terms.lowestPrice(), price))
                && (terms.highestPrice() == null || isAtMost(price, terms.highestPrice()))
                && (terms.largestHouse() == null || plan.proposal().capacity() <= terms.largestHouse())
                && (known || !terms.knownHostsOnly());
    }

    private static boolean isAtMost(Money lower, Money higher) {
        return lower.currency().equals(higher.currency()) && lower.compareTo(higher) <= 0;
    }
}
