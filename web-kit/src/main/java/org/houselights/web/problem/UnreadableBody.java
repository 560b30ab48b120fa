package org.houselights.web.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.houselights.web.InvalidValue;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which field of a JSON body can't be read, and what it should have been. */
final class UnreadableBody {

    private static final String NOT_ALLOWED = "has a value that is not allowed";

    private static final Map<Class<?>, String> EXAMPLES = Map.ofEntries(
            Map.entry(Boolean.class, "must be true or false"),
            Map.entry(UUID.class, "must be a UUID"),
            Map.entry(Currency.class, "must be the code of an ISO 4217 currency, such as USD"),
            Map.entry(ZoneId.class, "must be a time zone of the IANA database, such as America/New_York"),
            Map.entry(Instant.class, "must be a moment such as 2026-11-20T22:00:00Z"),
            Map.entry(LocalDateTime.class, "must be a local date and time such as 2026-11-20T19:30:00"),
            Map.entry(LocalDate.class, "must be a date such as 2026-11-20"),
            Map.entry(LocalTime.class, "must be a time such as 19:30"),
            Map.entry(Duration.class, "must be a duration such as PT1H30M"),
            Map.entry(Locale.class, "must be a language tag such as en or ko-KR"));

    private UnreadableBody() {}

    static ProblemException problem(HttpMessageNotReadableException unreadable) {
        // The body limit speaks up in the middle of reading, and Jackson wraps what it says.
        return causes(unreadable)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst()
                .or(() -> causes(unreadable)
                        .filter(JacksonException.class::isInstance)
                        .map(json -> problem((JacksonException) json))
                        .findFirst())
                .orElseGet(() -> malformed("The body is missing or can't be read."));
    }

    private static ProblemException problem(JacksonException json) {
        if (json instanceof DatabindException || json instanceof InputCoercionException) {
            return json.getPath().isEmpty()
                    ? malformed("The body must be one JSON object with the fields of this request.")
                    : Problems.invalid(path(json.getPath()), sentence(json));
        }
        return malformed("The body is not well-formed JSON in UTF-8%s.".formatted(place(json)));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "unreadable-body", detail);
    }

    private static String place(JacksonException json) {
        return json.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(
                                json.getLocation().getLineNr(),
                                json.getLocation().getColumnNr());
    }

    private static String path(List<Reference> path) {
        StringBuilder text = new StringBuilder();
        for (Reference step : path) {
            if (step.getPropertyName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return text.toString();
    }

    private static String sentence(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown -> "is not a field of this request";
            case InputCoercionException tooLarge -> sentence(tooLarge.getTargetType(), false);
            case MismatchedInputException mismatch ->
                sentence(mismatch.getTargetType(), json instanceof InvalidFormatException);
            default ->
                json.getCause() instanceof InvalidValue refused
                        ? "is refused: " + refused.sentence().replaceFirst("\\.$", "")
                        : NOT_ALLOWED;
        };
    }

    static String sentence(@Nullable Class<?> wanted, boolean rightKind) {
        if (wanted == null) {
            return NOT_ALLOWED;
        }
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(wanted);
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return rightKind ? "must not contain control characters or broken characters" : "must be a text";
        }
        if (type == Integer.class || type == Long.class) {
            return "must be a whole number from %d to %d"
                    .formatted(
                            type == Integer.class ? Integer.MIN_VALUE : Long.MIN_VALUE,
                            type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE);
        }
        if (Number.class.isAssignableFrom(type)) {
            return "must be a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return example(type);
    }

    private static String example(Class<?> type) {
        return EXAMPLES.entrySet().stream()
                .filter(entry -> entry.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(type.isRecord() ? "must be an object" : NOT_ALLOWED);
    }
}
