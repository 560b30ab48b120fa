package org.houselights.web.page;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.houselights.web.FieldError;
import org.houselights.web.ProblemException;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What is wrong with a form that is shown again with everything that was typed.
 *
 * @param summary in a sentence, above the form; null if the fields say all
 */
public record FormErrors(@Nullable String summary, List<FieldError> fields) {

    public static final FormErrors NONE = new FormErrors(null, List.of());

    public FormErrors {
        fields = List.copyOf(fields);
    }

    public static FormErrors of(ProblemException problem) {
        return new FormErrors(problem.errors().isEmpty() ? problem.sentence().said() : null, problem.errors());
    }

    /** @param field of the form, by the name that the rules have for it */
    public static FormErrors of(ProblemException problem, UnaryOperator<String> field) {
        FormErrors errors = of(problem);
        return new FormErrors(
                errors.summary(),
                errors.fields().stream()
                        .map(error -> error.at(field.apply(error.field())))
                        .toList());
    }

    /** What could not be read as what the field is for. */
    public static FormErrors of(BindingResult binding) {
        return new FormErrors(
                null,
                binding.getFieldErrors().stream()
                        .map(error -> new FieldError(error.getField(), sentence(error)))
                        .toList());
    }

    private static Sentence sentence(org.springframework.validation.FieldError error) {
        String message = error.getDefaultMessage();
        return error.isBindingFailure() || message == null ? Sentence.of("unreadable") : Sentence.verbatim(message);
    }

    public boolean any() {
        return summary != null || !fields.isEmpty();
    }

    /** What is wrong with one field, if anything is. */
    public @Nullable String of(String field) {
        Optional<String> message = fields.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst();
        return message.orElse(null);
    }
}
