package org.houselights.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** All that the modules of this process say in one language: their files {@code words/sentences} taken together. */
final class Phrasebook {

    private static final Map<String, Phrasebook> BOOKS = new ConcurrentHashMap<>();

    private final Locale language;
    private final Properties words;
    private final Map<String, Wording> wordings = new ConcurrentHashMap<>();

    private Phrasebook(String language, Properties words) {
        this.language = Locale.of(language);
        this.words = words;
    }

    /** The language of the one we are answering; English where nobody waits, whatever the machine speaks. */
    static Locale reader() {
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        Locale language = reader == null ? null : reader.getLocale();
        return language == null ? Locale.ENGLISH : language;
    }

    /** The one in this language, or the English one. */
    static Phrasebook in(Locale reader) {
        return BOOKS.computeIfAbsent(reader.getLanguage(), Phrasebook::open);
    }

    private static Phrasebook open(String language) {
        Properties words = read("words/sentences_%s.properties".formatted(language));
        return words.isEmpty()
                ? new Phrasebook(Locale.ENGLISH.getLanguage(), read("words/sentences.properties"))
                : new Phrasebook(language, words);
    }

    private static Properties read(String name) {
        Properties words = new Properties();
        try {
            for (URL file : Collections.list(Phrasebook.class.getClassLoader().getResources(name))) {
                try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    boolean knows(String key) {
        return words.containsKey(key);
    }

    /** @param arguments an array for those with numbers, a map for those with names */
    String say(String key, Object arguments) {
        return wordings.computeIfAbsent(key, any -> Wording.of(pattern(key), language))
                .say(arguments);
    }

    /** The key itself where words are missing, which only a test may notice: an answer without words is better than none. */
    String pattern(String key) {
        return words.getProperty(key, key);
    }
}
