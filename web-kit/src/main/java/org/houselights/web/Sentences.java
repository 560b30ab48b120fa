package org.houselights.web;

import jakarta.validation.ConstraintValidatorContext;

/** Lets a validator say exactly what is wrong. */
final class Sentences {

    private Sentences() {}

    static boolean refuse(ConstraintValidatorContext context, String sentence) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(sentence).addConstraintViolation();
        return false;
    }
}
