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
import org.jspecify.annotations.Nullable;

/** A mail address that mail can be sent to; see {@link MailAddress}. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EmailAddress.Validator.class)
public @interface EmailAddress {

    /** Whether there may be none at all. */
    boolean optional() default false;

    String message() default "{mail-address}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Refuses what no mail server would take, and line breaks above all. */
    final class Validator implements ConstraintValidator<EmailAddress, CharSequence> {

        private boolean optional;

        @Override
        public void initialize(EmailAddress rule) {
            optional = rule.optional();
        }

        @Override
        public boolean isValid(@Nullable CharSequence address, ConstraintValidatorContext context) {
            if (address == null) {
                return optional || Refusals.refuse(context, "{given}");
            }
            return MailAddress.accepts(address);
        }
    }
}
