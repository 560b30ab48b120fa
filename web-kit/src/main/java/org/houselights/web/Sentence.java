package org.houselights.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/**
 * Something that code says to a person, in whichever language they read. The words are in {@code words/sentences.properties} of the
 * module that says it, and in {@code words/sentences_ko.properties} for Korean; a test holds code and files to the same keys.
 */
@Schema(type = "string")
@FunctionalInterface
public interface Sentence {

    /**
     * @param key of the words
     * @param arguments money, local dates and times, numbers and other sentences are written as the reader writes them, everything else
     *     as it is
     */
    static Sentence of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** What somebody else said, or is said in the reader's language already. */
    static Sentence verbatim(String text) {
        return language -> text;
    }

    String in(Locale language);

    /** In the language of the one we are answering; in English where nobody waits. */
    @JsonValue
    default String said() {
        return in(Phrasebook.reader());
    }
}
