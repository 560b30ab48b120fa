package org.houselights.notification.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who gets a mail. The address is compared in lower case; the locale is a language tag. */
public record Recipient(String name, String email, String locale) {

    public Recipient {
        email = email.toLowerCase(Locale.ROOT);
    }

    /** English where nobody said otherwise. */
    public static Recipient of(String name, String email, @Nullable String locale) {
        return new Recipient(name, email, locale == null || locale.isBlank() ? Locale.ENGLISH.toLanguageTag() : locale);
    }
}
