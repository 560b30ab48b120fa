package org.houselights.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount of money that somebody asks, owes or has: never negative, never in floating point.
 *
 * @param minorUnits the amount in the currency's smallest unit: cents for USD, whole won for KRW
 * @param currency an ISO 4217 currency that people pay with
 */
@Embeddable
public record Money(
        long minorUnits, @JsonSetter(nulls = Nulls.FAIL) Currency currency) implements Comparable<Money> {

    public Money {
        if (minorUnits < 0) {
            throw new InvalidValue(Sentence.of("money.negative"));
        }
        if (currency.getDefaultFractionDigits() < 0) {
            throw new InvalidValue(Sentence.of("money.currency", currency));
        }
    }

    public static Money of(long minorUnits, String currency) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, same(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, same(other).minorUnits), currency);
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(minorUnits, factor), currency);
    }

    /** The amount in the currency's usual unit, such as 12.00, for programs that know the currency. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /** The amount as people write it in the given language, such as {@code $12.00} or {@code ₩15,000}. */
    public String format(Locale locale) {
        int digits = currency.getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(decimal());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, same(other).minorUnits);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new InvalidValue(Sentence.of("money.mixed", currency, other.currency));
        }
        return other;
    }
}
