package org.houselights.web;

import java.util.Locale;

/**
 * A value type refused what it was given. The message is a sentence for the person who sent it, so, unlike the text of
 * any other exception, it may appear in an answer.
 */
public final class InvalidValue extends IllegalArgumentException {

    private final transient Sentence sentence;

    public InvalidValue(Sentence sentence) {
        super(sentence.in(Locale.ENGLISH));
        this.sentence = sentence;
    }

    /** For the one who is answered, in their language. */
    public Sentence sentence() {
        return sentence;
    }
}
