package org.houselights.seeds;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Money, in files as people write it: {@code 12.00 USD} or {@code 15000 KRW}, with exactly the digits that the currency has.
 *
 * @param minorUnits never negative
 */
public record Amount(long minorUnits, Currency currency) {

    private static final Pattern FORM = Pattern.compile("(-?)(\\d{1,12}(?:\\.\\d+)?) (\\S+)");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Amount of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'%s' is no amount of money such as 12.00 USD".formatted(text));
        }
        if (!form.group(1).isEmpty()) {
            throw new IllegalArgumentException("'%s' is negative".formatted(text));
        }
        Currency currency = currency(form.group(3))
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no currency".formatted(form.group(3))));
        BigDecimal major = new BigDecimal(form.group(2));
        int digits = currency.getDefaultFractionDigits();
        if (major.scale() != digits) {
            throw new IllegalArgumentException(
                    "'%s' must have %d digits after the point".formatted(text, Math.max(digits, 0)));
        }
        return new Amount(major.unscaledValue().longValueExact(), currency);
    }

    private static Optional<Currency> currency(String code) {
        return CODES.contains(code) ? Optional.of(Currency.getInstance(code)) : Optional.empty();
    }
}
