package org.houselights.web;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in the reader's language what constraints refuse: a message {@code {key}} is a sentence that knows the constraint's attributes. */
final class ConstraintWords implements MessageInterpolator {

    private static final Pattern KEY = Pattern.compile("\\{([^{}]+)}");

    private final MessageInterpolator usual;

    ConstraintWords(MessageInterpolator usual) {
        this.usual = usual;
    }

    @Override
    public String interpolate(String message, Context context) {
        return interpolate(message, context, Phrasebook.reader());
    }

    @Override
    public String interpolate(String message, Context context, Locale language) {
        Matcher key = KEY.matcher(message);
        return key.matches() && Phrasebook.in(language).knows(key.group(1))
                ? Phrasebook.in(language)
                        .say(key.group(1), context.getConstraintDescriptor().getAttributes())
                : usual.interpolate(message, context, language);
    }
}
