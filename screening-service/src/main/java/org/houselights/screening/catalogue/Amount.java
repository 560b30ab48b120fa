package org.houselights.screening.catalogue;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/** An amount that may occur around one screening: small enough that no sum or product of such amounts overflows. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Amount.Validator.class)
public @interface Amount {

    /** In minor units. */
    long LARGEST = 100_000_000_000L;

    String message() default "{amount.largest}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts that there is none. */
    final class Validator implements ConstraintValidator<Amount, Money> {

        @Override
        public boolean isValid(@Nullable Money amount, ConstraintValidatorContext context) {
            return amount == null || amount.minorUnits() <= LARGEST;
        }
    }
}
