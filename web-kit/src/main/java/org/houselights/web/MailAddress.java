package org.houselights.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address in the one form by which it is compared and kept: lower case, because no mail server in use tells
 * addresses apart by case and people type theirs differently each time.
 */
public record MailAddress(@JsonValue String value) {

    private static final int LONGEST = 254;
    private static final Pattern FORM =
            Pattern.compile("(?=.{1,64}@)[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    public MailAddress {
        if (!accepts(value)) {
            throw new InvalidValue(Sentence.of("value.mail-address"));
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    static boolean accepts(CharSequence address) {
        return address.length() <= LONGEST && FORM.matcher(address).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
