package org.houselights.notification.mail;

import com.ibm.icu.text.ListFormatter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import org.houselights.web.Wording;
import org.houselights.web.page.Languages;

/**
 * The words of letters in one language: {@code words/mail.properties} is English, {@code words/mail_ko.properties} Korean;
 * another language needs another file and a place in {@link Languages#SPOKEN}. Dates and lists follow the language of the words, so that nobody gets
 * French dates in an English sentence.
 */
final class Words {

    private static final String BUNDLE = "words.mail";
    private static final Control NO_DETOUR = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final char NARROW_SPACE = '\u202F';

    private static final Map<Locale, Words> KNOWN = new ConcurrentHashMap<>();

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Map<String, Wording> wordings = new ConcurrentHashMap<>();

    private Words(Locale locale) {
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_DETOUR);
        this.locale = locale;
    }

    /** In the language that is wanted if we speak it, in English otherwise. */
    static Words in(String languageTag) {
        Locale language = Languages.spoken(Locale.forLanguageTag(languageTag)).orElse(Locale.ENGLISH);
        return KNOWN.computeIfAbsent(language, Words::new);
    }

    Locale locale() {
        return locale;
    }

    /** The message in ICU's format: arguments by name, {@code plural} and {@code select}. */
    String say(String key, Map<String, ?> facts) {
        return wordings.computeIfAbsent(key, any -> Wording.of(bundle.getString(key), locale))
                .say(facts);
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
