package org.houselights.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A mail address in the one form by which it is compared and kept: lower case, because no mail server in use tells
 * addresses apart by case and people type theirs differently each time.
 *
 * <p>Accepted is what HTML's own field for mail addresses accepts, apart from dots that are not between words, and nothing longer than mail servers take. An
 * address is looked at several times for each order, so this reads it from left to right and no character twice.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address">a valid address in HTML</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1">the lengths that mail servers take</a>
 */
public record MailAddress(@JsonValue String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String BESIDE_LETTERS_AND_DIGITS = "_!#$%&'*+/=?^`{|}~-";

    public MailAddress {
        if (!accepts(value)) {
            throw new InvalidValue(Sentence.of("value.mail-address"));
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    static boolean accepts(CharSequence address) {
        String text = address.toString();
        int at = text.indexOf('@');
        return text.length() <= LONGEST && at <= LONGEST_LOCAL_PART && isLocalPart(text, at) && isDomain(text, at + 1);
    }

    /** Words with a dot between any two. */
    private static boolean isLocalPart(String text, int end) {
        int word = 0;
        for (int i = 0; i < end; i++) {
            char next = text.charAt(i);
            if (next == '.' && word > 0) {
                word = 0;
            } else if (isLetterOrDigit(next) || BESIDE_LETTERS_AND_DIGITS.indexOf(next) >= 0) {
                word++;
            } else {
                return false;
            }
        }
        return word > 0;
    }

    /** Labels with a dot between any two; a label has its hyphens inside. */
    private static boolean isDomain(String text, int start) {
        int label = 0;
        for (int i = start; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '.' && endsLabel(text, i, label)) {
                label = 0;
            } else if (isLetterOrDigit(next) || (next == '-' && label > 0)) {
                label++;
            } else {
                return false;
            }
        }
        return endsLabel(text, text.length(), label);
    }

    private static boolean endsLabel(String text, int end, int length) {
        return length > 0 && length <= LONGEST_LABEL && text.charAt(end - 1) != '-';
    }

    private static boolean isLetterOrDigit(char next) {
        return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9');
    }

    @Override
    public String toString() {
        return value;
    }
}
