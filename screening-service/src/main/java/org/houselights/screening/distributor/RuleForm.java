package org.houselights.screening.distributor;

import java.util.Currency;
import java.util.Objects;
import org.houselights.screening.catalogue.Territory;
import org.houselights.screening.form.Reading;
import org.houselights.screening.form.Typed;
import org.houselights.screening.proposal.ApprovalRule;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a distributor types it. Fields are named as in {@link ApprovalRule}.
 *
 * @param currency of the prices
 * @param knownHostsOnly not sent unless it is ticked
 */
public record RuleForm(
        @Nullable String name,
        @Nullable String filmId,
        @Nullable String territories,
        @Nullable String leadTimeDays,
        @Nullable String currency,
        @Nullable String lowestPrice,
        @Nullable String highestPrice,
        @Nullable String largestHouse,
        @Nullable Boolean knownHostsOnly) {

    static final RuleForm EMPTY = new RuleForm(null, null, null, null, null, null, null, null, true);

    public RuleForm {
        name = Typed.text(name);
        filmId = Typed.text(filmId);
        territories = Typed.text(territories);
        leadTimeDays = Typed.text(leadTimeDays);
        currency = Typed.text(currency);
        lowestPrice = Typed.text(lowestPrice);
        highestPrice = Typed.text(highestPrice);
        largestHouse = Typed.text(largestHouse);
        knownHostsOnly = Boolean.TRUE.equals(knownHostsOnly);
    }

    /** Complete only if the reading is clean. */
    ApprovalRule.Details read(Reading reading) {
        Currency of = reading.currency("currency", currency);
        if (lowestPrice != null || highestPrice != null) {
            reading.require("currency", of);
        }
        reading.require("name", name);
        return new ApprovalRule.Details(
                Objects.requireNonNullElse(name, ""),
                reading.id("filmId", filmId),
                new ApprovalRule.Terms(
                        reading.list("territories", territories, Territory::new),
                        reading.number("leadTimeDays", leadTimeDays),
                        reading.money("lowestPrice", lowestPrice, of),
                        reading.money("highestPrice", highestPrice, of),
                        reading.number("largestHouse", largestHouse),
                        Boolean.TRUE.equals(knownHostsOnly)));
    }
}
