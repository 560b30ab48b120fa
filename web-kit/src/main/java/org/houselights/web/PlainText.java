package org.houselights.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Text that people wrote for people: not blank, no control characters, in Unicode's composed form (NFC), of limited length. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Validator.class)
public @interface PlainText {

    /** The largest number of characters, counted as Java counts them. */
    int max() default 200;

    /** Whether line breaks and tabs may appear. */
    boolean lines() default false;

    /** Whether there may be none at all. */
    boolean optional() default false;

    String message() default "{text.wrong}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says in a sentence what is wrong with a text. */
    final class Validator implements ConstraintValidator<PlainText, CharSequence> {

        private int max;
        private boolean lines;
        private boolean optional;

        @Override
        public void initialize(PlainText rule) {
            max = rule.max();
            lines = rule.lines();
            optional = rule.optional();
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            if (text == null) {
                return optional || Refusals.refuse(context, "{given}");
            }
            if (text.toString().isBlank()) {
                return Refusals.refuse(context, "{text.blank}");
            }
            if (text.length() > max) {
                return Refusals.refuse(context, "{text.long}");
            }
            if (!Characters.areClean(text)) {
                return Refusals.refuse(context, "{text.control}");
            }
            if (!lines && text.chars().anyMatch(Character::isISOControl)) {
                return Refusals.refuse(context, "{text.lines}");
            }
            return Normalizer.isNormalized(text, Normalizer.Form.NFC) || Refusals.refuse(context, "{text.composed}");
        }
    }
}
