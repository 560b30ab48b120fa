package org.houselights.ticketing.order.web;

import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.houselights.web.FieldError;
import org.houselights.web.ProblemException;
import org.houselights.web.page.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the reader's language what the rules say in English. A sentence's words are found by the sentence itself:
 * {@code must be given} is {@code said.must-be-given}. One without words is said as it is.
 */
@Component("spoken")
public class Spoken {

    private final MessageSource words;

    Spoken(MessageSource words) {
        this.words = words;
    }

    public String say(String sentence) {
        return Objects.requireNonNullElse(find("said." + slug(sentence)), sentence);
    }

    /** @param field of the form, by the name that the rules have for it */
    public FormErrors errors(ProblemException problem, UnaryOperator<String> field) {
        String summary = problem.errors().isEmpty()
                ? Objects.requireNonNullElse(find("problem." + problem.slug()), say(problem.detail()))
                : null;
        return new FormErrors(
                summary,
                problem.errors().stream()
                        .map(error -> new FieldError(field.apply(error.field()), say(error.message())))
                        .toList());
    }

    private @Nullable String find(String key) {
        return words.getMessage(key, null, null, LocaleContextHolder.getLocale());
    }

    private static String slug(String sentence) {
        return sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
