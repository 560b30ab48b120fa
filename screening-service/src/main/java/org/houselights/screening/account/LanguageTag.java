package org.houselights.screening.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A language, with or without a country. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[a-z]{2,3}(-[A-Z]{2})?", message = "{kind.language}")
@interface LanguageTag {

    String message() default "{kind.language}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
