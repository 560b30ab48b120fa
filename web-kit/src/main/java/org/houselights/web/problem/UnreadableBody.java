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
import org.houselights.web.Sentence;
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

    private static final Sentence NOT_ALLOWED = Sentence.of("not-allowed");

    private static final Map<Class<?>, Sentence> EXAMPLES = Map.ofEntries(
            Map.entry(Boolean.class, Sentence.of("kind.boolean")),
            Map.entry(UUID.class, Sentence.of("kind.uuid")),
            Map.entry(Currency.class, Sentence.of("kind.currency")),
            Map.entry(ZoneId.class, Sentence.of("kind.zone")),
            Map.entry(Instant.class, Sentence.of("kind.instant")),
            Map.entry(LocalDateTime.class, Sentence.of("kind.moment")),
            Map.entry(LocalDate.class, Sentence.of("kind.day")),
            Map.entry(LocalTime.class, Sentence.of("kind.time")),
            Map.entry(Duration.class, Sentence.of("kind.duration")),
            Map.entry(Locale.class, Sentence.of("kind.language")));

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
                .orElseGet(() -> malformed(Sentence.of("body.missing")));
    }

    private static ProblemException problem(JacksonException json) {
        if (json instanceof DatabindException || json instanceof InputCoercionException) {
            return json.getPath().isEmpty()
                    ? malformed(Sentence.of("body.one-object"))
                    : Problems.invalid(path(json.getPath()), sentence(json));
        }
        return malformed(broken(json));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static ProblemException malformed(Sentence detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "unreadable-body", detail);
    }

    private static Sentence broken(JacksonException json) {
        return json.getLocation() == null
                ? Sentence.of("body.not-json")
                : Sentence.of(
                        "body.not-json.at",
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

    private static Sentence sentence(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown -> Sentence.of("no-such-field");
            case InputCoercionException tooLarge -> sentence(tooLarge.getTargetType(), false);
            case MismatchedInputException mismatch ->
                sentence(mismatch.getTargetType(), json instanceof InvalidFormatException);
            default ->
                json.getCause() instanceof InvalidValue refused
                        ? Sentence.of("refused", unstopped(refused.sentence()))
                        : NOT_ALLOWED;
        };
    }

    /** It becomes a part of another sentence. */
    private static Sentence unstopped(Sentence sentence) {
        return language -> sentence.in(language).replaceFirst("\\.$", "");
    }

    static Sentence sentence(@Nullable Class<?> wanted, boolean rightKind) {
        if (wanted == null) {
            return NOT_ALLOWED;
        }
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(wanted);
        if (type.isEnum()) {
            return Sentence.of(
                    "kind.enum",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (type == String.class) {
            return rightKind ? Sentence.of("text.broken") : Sentence.of("kind.text");
        }
        if (type == Integer.class || type == Long.class) {
            return type == Integer.class
                    ? Sentence.of("kind.number-from-to", Integer.MIN_VALUE, Integer.MAX_VALUE)
                    : Sentence.of("kind.number-from-to", Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (Number.class.isAssignableFrom(type)) {
            return Sentence.of("kind.number");
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Sentence.of("kind.list");
        }
        return example(type);
    }

    private static Sentence example(Class<?> type) {
        return EXAMPLES.entrySet().stream()
                .filter(entry -> entry.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(type.isRecord() ? Sentence.of("kind.object") : NOT_ALLOWED);
    }
}
