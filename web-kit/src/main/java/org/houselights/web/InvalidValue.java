package org.houselights.web;

/**
 * A value type refused what it was given. The message is a sentence for the person who sent it, so, unlike the text of
 * any other exception, it may appear in an answer.
 */
public final class InvalidValue extends IllegalArgumentException {

    private final String sentence;

    public InvalidValue(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
