package org.houselights.screening.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import org.houselights.web.Characters;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/** Text as a browser sends it. */
public final class Typed {

    private Typed() {}

    /** The text in Unicode's composed form, with line ends of one character and nothing invisible around or in it; null if nothing is left. */
    public static @Nullable String text(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\r\n", "\n");
        String clean = text.codePoints()
                .filter(character -> Characters.areClean(Character.toString(character)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return clean.isEmpty() ? null : clean;
    }

    /** An amount as one types it, in major units. */
    public static String major(Money amount) {
        return BigDecimal.valueOf(amount.minorUnits(), amount.currency().getDefaultFractionDigits())
                .toPlainString();
    }

    /** Hundredths of a percent as one types them, such as {@code 5.4}. */
    public static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }
}
