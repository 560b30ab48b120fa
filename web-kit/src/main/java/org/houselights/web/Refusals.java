package org.houselights.web;

import jakarta.validation.ConstraintValidatorContext;

/** Lets a validator say exactly what is wrong. */
final class Refusals {

    private Refusals() {}

    /** @param words {@code {key}} of a sentence */
    static boolean refuse(ConstraintValidatorContext context, String words) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
        return false;
    }
}
