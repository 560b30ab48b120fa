package org.houselights.notification.mail;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The words of letters in one language: {@code words/mail.properties} is English, {@code words/mail_ko.properties} Korean;
 * another language needs another file and nothing else. Dates and lists follow the language of the words, so that nobody gets
 * French dates in an English sentence.
 */
final class Words {

    private static final String BUNDLE = "words.mail";
    private static final Control NO_DETOUR = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final char NARROW_SPACE = '\u202F';

    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    static Words in(String languageTag) {
        Locale wanted = Locale.forLanguageTag(languageTag);
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, wanted, NO_DETOUR);
        // The file without a tag in its name is the English one.
        String spoken = bundle.getLocale().getLanguage().isEmpty()
                ? Locale.ENGLISH.getLanguage()
                : bundle.getLocale().getLanguage();
        return new Words(bundle, wanted.getLanguage().equals(spoken) ? wanted : Locale.ENGLISH);
    }

    Locale locale() {
        return locale;
    }

    /** The message in ICU's format: arguments by name, {@code plural} and {@code select}. */
    String say(String key, Map<String, ?> facts) {
        return new MessageFormat(bundle.getString(key), ULocale.forLocale(locale)).format(facts);
    }

    /** Such as <em>a, b, and c</em>. */
    String list(List<String> things) {
        return ListFormatter.getInstance(locale).format(things);
    }

    /** A moment as the clock on the venue's wall shows it, with the name of its zone. */
    String moment(Instant instant, ZoneId zone) {
        // The narrow space before PM is missing from many a mail program's font.
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(instant.atZone(zone))
                        .replace(NARROW_SPACE, ' ')
                + " (" + DateTimeFormatter.ofPattern("zzzz", locale).format(instant.atZone(zone)) + ")";
    }
}
