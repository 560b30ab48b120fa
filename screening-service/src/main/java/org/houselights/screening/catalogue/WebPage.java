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
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The address of a public page, which becomes a link for visitors: http or https, with a host, and nothing that a browser would run. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebPage.Validator.class)
public @interface WebPage {

    String message() default "{web-page}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts that there is none. */
    final class Validator implements ConstraintValidator<WebPage, String> {

        private static final int LONGEST = 500;

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            return address == null || (address.length() <= LONGEST && isPage(address));
        }

        private static boolean isPage(String address) {
            try {
                URI uri = new URI(address);
                return uri.getHost() != null
                        && uri.getUserInfo() == null
                        && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            } catch (URISyntaxException malformed) {
                return false;
            }
        }
    }
}
