package org.houselights.web.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.houselights.web.FieldError;
import org.houselights.web.ProblemException;
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
        return new FormErrors(problem.errors().isEmpty() ? problem.detail() : null, problem.errors());
    }

    /** What could not be read as what the field is for. */
    public static FormErrors of(BindingResult binding) {
        return new FormErrors(
                null,
                binding.getFieldErrors().stream()
                        .map(error -> new FieldError(
                                error.getField(),
                                error.isBindingFailure()
                                        ? "can't be read"
                                        : Objects.requireNonNullElse(error.getDefaultMessage(), "is not allowed")))
                        .toList());
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
