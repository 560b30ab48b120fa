package org.houselights.screening.proposal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.houselights.web.Sentence;

/**
 * The rules that a proposal has to pass. Each names the field to change, and refuses with a sentence that says what is in
 * the way and how to change it.
 */
public enum ProposalRule {
    START_IS_ON_THE_CLOCK("startsAt", TimeRules::startIsOnTheClock),
    START_LEAVES_TIME("startsAt", TimeRules::startLeavesTime),
    START_IS_WITHIN_REACH("startsAt", TimeRules::startIsWithinReach),
    FILM_FITS("minutes", TimeRules::filmFits),
    DEADLINE_FITS("deadline", TimeRules::deadlineFits),
    AUDITORIUM_IS_FREE("startsAt", TimeRules::auditoriumIsFree),
    LICENCE_COVERS_COUNTRY("licenceId", LicenceRules::coversCountry),
    LICENCE_COVERS_DAY("startsAt", LicenceRules::coversDay),
    LICENCE_COVERS_AUDIENCE("capacity", LicenceRules::coversAudience),
    HOUSE_IS_LARGE_ENOUGH("capacity", LicenceRules::houseIsLargeEnough),
    WHEELCHAIR_PLACES_EXIST("wheelchairPlaces", LicenceRules::wheelchairPlacesExist),
    ONE_CURRENCY("price", PriceRules::oneCurrency),
    EDUCATION_IS_FREE("price", PriceRules::educationIsFree),
    PRICE_IS_WITHIN_LIMITS("price", PriceRules::priceIsWithinLimits),
    CONCESSION_COSTS_LESS("concessionPrice", PriceRules::concessionCostsLess),
    FLOOR_IS_BELOW_PRICE("payWhatYouCanFloor", PriceRules::floorIsBelowPrice),
    TICKETS_CAN_PAY("price", PriceRules::ticketsCanPay),
    THRESHOLD_IS_ONLY_RAISED("minimumTickets", PriceRules::thresholdIsOnlyRaised);

    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method holds nothing
    private final Function<Draft, Optional<Sentence>> refusal;

    ProposalRule(String field, Function<Draft, Optional<Sentence>> refusal) {
        this.field = field;
        this.refusal = refusal;
    }

    /** Every rule that the draft breaks. */
    static List<Violation> brokenBy(Draft draft) {
        return Arrays.stream(values())
                .flatMap(rule -> rule.refusal.apply(draft).stream()
                        .map(sentence -> new Violation(rule.name(), rule.field, sentence)))
                .toList();
    }

    /**
     * @param rule its name, for programs
     * @param field what to change
     * @param sentence what is in the way and how to change it
     */
    public record Violation(
            String rule,
            String field,
            @JsonProperty("message") Sentence sentence) {}
}
