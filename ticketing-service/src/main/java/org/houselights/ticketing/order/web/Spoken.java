package org.houselights.ticketing.order.web;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the reader's language why the payment provider took no money, which is kept as the provider said it. A sentence's words are
 * found by the sentence itself: {@code The bank declined the charge.} is {@code said.the-bank-declined-the-charge}. One without words
 * is said as it is.
 */
@Component("spoken")
public class Spoken {

    private final MessageSource words;

    Spoken(MessageSource words) {
        this.words = words;
    }

    public String say(String sentence) {
        String key = "said."
                + sentence.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return Objects.requireNonNullElse(words.getMessage(key, null, null, LocaleContextHolder.getLocale()), sentence);
    }
}
