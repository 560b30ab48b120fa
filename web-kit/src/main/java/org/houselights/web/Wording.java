package org.houselights.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * A message in ICU's format, ready to be said to any number of readers at once. To read a pattern and to learn the plurals of its language
 * takes many times as long as saying it, so whoever says it often keeps it.
 */
@FunctionalInterface
public interface Wording {

    /** @param arguments an array for those with numbers, a map for those with names */
    String say(Object arguments);

    /** @throws IllegalArgumentException if the pattern is none */
    static Wording of(String pattern, Locale language) {
        MessageFormat format = new MessageFormat(pattern, ULocale.forLocale(language));
        if (format.getArgumentNames().isEmpty()) {
            String always = format.format(new Object[0]);
            return arguments -> always;
        }
        return arguments -> {
            // ICU's formats are not safe for several threads, and a copy for each would have to learn its plurals anew.
            synchronized (format) {
                return format.format(arguments);
            }
        };
    }
}
