package org.houselights.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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
        MessageFormat first = new MessageFormat(pattern, ULocale.forLocale(language));
        if (first.getArgumentNames().isEmpty()) {
            String always = first.format(new Object[0]);
            return arguments -> always;
        }
        // ICU's formats are not safe for several threads. There are as many as were ever in use at once, about one for
        // each core: if all waited for one, those who write letters side by side would meet at every word.
        Queue<MessageFormat> idle = new ConcurrentLinkedQueue<>(List.of(first));
        return arguments -> {
            MessageFormat taken = idle.poll();
            MessageFormat format = taken == null ? new MessageFormat(pattern, ULocale.forLocale(language)) : taken;
            try {
                return format.format(arguments);
            } finally {
                idle.add(format);
            }
        };
    }
}
