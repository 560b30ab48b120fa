package org.houselights.screening.proposal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;
import org.houselights.screening.catalogue.Amount;
import org.houselights.web.Money;
import org.houselights.web.Sentence;

/**
 * What the threshold is worked out from: the body of {@code POST /api/threshold}. All amounts are in one currency.
 *
 * <p>{@code tickets = ceil((venue hire + licence minimum + fixed costs) / (net price − per-ticket costs − host share))}. The
 * calculation is exact: both sides of the division are multiplied by 10,000 + sales tax (in basis points), which leaves
 * whole numbers only.
 *
 * @param venueHire rent of the auditorium
 * @param licenceMinimum what the distributor receives at least
 * @param fixedCosts whatever else has to be paid once
 * @param price of a full ticket, sales tax included
 * @param salesTaxBasisPoints the tax that the price includes, in hundredths of a percent: 2000 is 20 % on top of the net price
 * @param ticketCosts what each ticket costs to sell, whatever its price
 * @param ticketCostBasisPoints what it costs besides, such as the payment's share, in hundredths of a percent of the net price
 * @param hostShareBasisPoints what the host keeps of the net price, in hundredths of a percent
 * @param capacity how many tickets there are
 */
record ThresholdFigures(
        @NotNull @Amount Money venueHire,
        @NotNull @Amount Money licenceMinimum,
        @NotNull @Amount Money fixedCosts,
        @NotNull @Amount Money price,
        @Min(0) @Max(5_000) int salesTaxBasisPoints,
        @NotNull @Amount Money ticketCosts,
        @Min(0) @Max(10_000) int ticketCostBasisPoints,
        @Min(0) @Max(10_000) int hostShareBasisPoints,
        @Min(1) @Max(5_000) int capacity) {

    private static final int WHOLE = 10_000;

    /** How finely an inexact figure is shown, beyond the currency's own digits; it is never used to calculate. */
    static final int SHOWN_DIGITS = 3;

    boolean isInOneCurrency() {
        return Stream.of(venueHire, licenceMinimum, fixedCosts, ticketCosts)
                .map(Money::currency)
                .allMatch(currency()::equals);
    }

    Currency currency() {
        return price.currency();
    }

    Money toCover() {
        return venueHire.plus(licenceMinimum).plus(fixedCosts);
    }

    /** The number of tickets that pay for the screening, which may be more than there are; none if a ticket doesn't bring in anything. */
    Optional<BigInteger> tickets() {
        BigInteger each = eachTimesTax();
        return each.signum() <= 0
                ? Optional.empty()
                : Optional.of(ceil(units(toCover()).multiply(taxed()), each).max(BigInteger.ONE));
    }

    /** The lowest price at which the house as it is would pay for the screening; none if the shares leave nothing. */
    Optional<Money> sufficientPrice() {
        if (keptBasisPoints() <= 0) {
            return Optional.empty();
        }
        BigInteger kept = BigInteger.valueOf(keptBasisPoints());
        BigInteger house = BigInteger.valueOf(capacity);
        BigInteger needed =
                units(toCover()).add(units(ticketCosts).multiply(house)).multiply(taxed());
        return Optional.of(new Money(ceil(needed, house.multiply(kept)).longValueExact(), currency()));
    }

    /** What to change where the house can't pay for the screening, in a sentence. */
    Sentence shortfall() {
        Sentence advice = sufficientPrice()
                .map(enough -> Sentence.of("shortfall.raise-price", enough))
                .orElseGet(() -> Sentence.of("shortfall.keep-less"));
        return tickets()
                .map(tickets -> Sentence.of("shortfall.too-few-seats", tickets, capacity, advice))
                .orElseGet(() -> Sentence.of("shortfall.nothing-left", advice));
    }

    /** Net price, tax apart: not always a whole number of minor units. */
    BigDecimal netPrice() {
        return shown(units(price).multiply(BigInteger.valueOf(WHOLE)), taxed());
    }

    BigDecimal hostShare() {
        return shown(units(price).multiply(BigInteger.valueOf(hostShareBasisPoints)), taxed());
    }

    /** What each ticket costs to sell, all in all. */
    BigDecimal costsOfTicket() {
        BigInteger share = units(price).multiply(BigInteger.valueOf(ticketCostBasisPoints));
        return shown(share.add(units(ticketCosts).multiply(taxed())), taxed());
    }

    /** What a ticket leaves for hire, licence and fixed costs. */
    BigDecimal each() {
        return shown(eachTimesTax(), taxed());
    }

    private BigInteger eachTimesTax() {
        return units(price)
                .multiply(BigInteger.valueOf(keptBasisPoints()))
                .subtract(units(ticketCosts).multiply(taxed()));
    }

    /** What the shares of host and sale leave of the net price. */
    private int keptBasisPoints() {
        return WHOLE - hostShareBasisPoints - ticketCostBasisPoints;
    }

    private BigInteger taxed() {
        return BigInteger.valueOf(WHOLE + salesTaxBasisPoints);
    }

    private static BigDecimal shown(BigInteger minorUnits, BigInteger divisor) {
        return new BigDecimal(minorUnits).divide(new BigDecimal(divisor), SHOWN_DIGITS, RoundingMode.HALF_EVEN);
    }

    private static BigInteger units(Money money) {
        return BigInteger.valueOf(money.minorUnits());
    }

    private static BigInteger ceil(BigInteger dividend, BigInteger divisor) {
        BigInteger[] result = dividend.divideAndRemainder(divisor);
        return result[1].signum() > 0 ? result[0].add(BigInteger.ONE) : result[0];
    }
}
