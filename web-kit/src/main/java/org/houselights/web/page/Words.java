package org.houselights.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.houselights.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;

/**
 * The words of the pages. {@code words/<name>.properties} is English, {@code words/<name>_ko.properties} Korean; another language
 * needs another file and a place in {@link Languages#SPOKEN}. Messages are in ICU's format with numbered arguments, so that {@code {0, plural, one {#
 * ticket} other {# tickets}}} is right in every language.
 */
final class Words extends AbstractMessageSource {

    private static final Control NO_DETOUR = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final List<String> bundles;
    private final Map<Locale, Map<String, Wording>> wordings = new ConcurrentHashMap<>();

    /** @param names of the files, the first that knows a word wins */
    Words(String... names) {
        this.bundles = Stream.of(names).map(name -> "words." + name).toList();
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return say(code, locale);
    }

    /** Never called, since {@link #getMessageInternal} answers everything. */
    @Override
    protected java.text.@Nullable MessageFormat resolveCode(String code, Locale locale) {
        return null;
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        if (code == null) {
            return null;
        }
        Locale language = Objects.requireNonNullElse(locale, Locale.ENGLISH);
        return say(code, language, resolveArguments(arguments, language));
    }

    private @Nullable String say(String code, Locale locale, Object... arguments) {
        Wording wording = wording(code, locale);
        return wording == null ? null : wording.say(arguments);
    }

    private @Nullable Wording wording(String code, Locale locale) {
        Map<String, Wording> known = wordings.computeIfAbsent(locale, any -> new ConcurrentHashMap<>());
        Wording wording = known.get(code);
        return wording != null
                ? wording
                : pattern(code, locale)
                        .map(pattern -> known.computeIfAbsent(code, any -> Wording.of(pattern, locale)))
                        .orElse(null);
    }

    private Optional<String> pattern(String code, Locale locale) {
        return bundles.stream()
                .flatMap(bundle -> in(bundle, locale).stream())
                .filter(words -> words.containsKey(code))
                .map(words -> words.getString(code))
                .findFirst();
    }

    private static Optional<ResourceBundle> in(String bundle, Locale locale) {
        try {
            return Optional.of(ResourceBundle.getBundle(bundle, locale, Words.class.getClassLoader(), NO_DETOUR));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }
}
