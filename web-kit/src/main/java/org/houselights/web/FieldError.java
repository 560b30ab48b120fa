package org.houselights.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.ConstraintViolation;

/**
 * What is wrong with one field of a request.
 *
 * @param field the path of the field as the caller wrote it, such as {@code tickets[0].quantity}, or the name of a parameter or header
 * @param sentence what is wrong with it, in words that follow the field's name
 */
public record FieldError(
        String field, @JsonProperty("message") Sentence sentence) {

    /** What a constraint found, under the whole path of its field. */
    public static FieldError of(ConstraintViolation<?> violation) {
        return new FieldError(violation.getPropertyPath().toString(), Sentence.verbatim(violation.getMessage()));
    }

    /** The same under another name, such as that which a form has for the field. */
    public FieldError at(String other) {
        return new FieldError(other, sentence);
    }

    /** What is wrong, in the reader's language. */
    public String message() {
        return sentence.said();
    }
}
