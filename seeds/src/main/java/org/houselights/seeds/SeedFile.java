package org.houselights.seeds;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One file as it was written.
 *
 * @param lines on which line everything begins
 */
record SeedFile(String name, Content content, Map<JsonPointer, Integer> lines) {

    /** What a file may hold: any of these. */
    record Content(
            @Nullable String operator,
            List<Company> companies,
            List<Person> people,
            List<Buyer> audience,
            List<Venue> venues,
            List<Film> films,
            List<Screening> screenings) {}

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .annotationIntrospector(new RequiredUnlessNullable())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /** @throws WrongSeeds if it is not as files have to be */
    static SeedFile read(String name, String text) {
        Map<JsonPointer, Integer> lines = new HashMap<>();
        try {
            lines.putAll(lines(text));
            return new SeedFile(name, YAML.readValue(text, Content.class), lines);
        } catch (JacksonException e) {
            int line = e.getPath().isEmpty() && e.getLocation() != null
                    ? e.getLocation().getLineNr()
                    : line(lines, path(e));
            throw new WrongSeeds(List.of("%s:%d: %s".formatted(name, line, words(e))));
        }
    }

    /** Where something stands, as {@code file:line}. */
    String place(JsonPointer path) {
        return name + ":" + line(lines, path);
    }

    private static Map<JsonPointer, Integer> lines(String text) {
        Map<JsonPointer, Integer> lines = new HashMap<>();
        try (JsonParser tokens = YAML.createParser(text)) {
            while (tokens.nextToken() != null) {
                lines.putIfAbsent(
                        tokens.streamReadContext().pathAsPointer(),
                        tokens.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    /** The line of what the path leads to or, where that is missing, of what it is missing from. */
    private static int line(Map<JsonPointer, Integer> lines, JsonPointer path) {
        JsonPointer known = path;
        while (!lines.containsKey(known) && !known.matches()) {
            known = known.head();
        }
        return lines.getOrDefault(known, 1);
    }

    private static JsonPointer path(JacksonException e) {
        JsonPointer path = JsonPointer.empty();
        for (JacksonException.Reference step : e.getPath()) {
            path = step.getPropertyName() == null
                    ? path.appendIndex(step.getIndex())
                    : path.appendProperty(step.getPropertyName());
        }
        return path;
    }

    private static String words(JacksonException e) {
        String field = e.getPath().isEmpty() ? null : e.getPath().getLast().getPropertyName();
        return (field == null || e instanceof UnrecognizedPropertyException ? "" : field + ": ") + complaint(e);
    }

    private static String complaint(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "there is no field %s here, only %s"
                        .formatted(
                                unknown.getPropertyName(),
                                unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            case InvalidTypeIdException kind ->
                "'%s' is no %s"
                        .formatted(
                                kind.getTypeId(),
                                kind.getBaseType().getRawClass().getSimpleName());
            case InvalidFormatException format ->
                "'%s' is no %s"
                        .formatted(format.getValue(), format.getTargetType().getSimpleName());
            case InvalidNullException empty -> "it is empty";
            case MismatchedInputException mismatch
            when mismatch.getOriginalMessage().startsWith("Missing required") -> "it is missing";
            default ->
                e.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null
                        ? ours.getMessage()
                        : e.getOriginalMessage();
        };
    }

    /** What may be missing says so: it is {@code @Nullable} or a list. */
    private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return component(member)
                    .map(component -> !isList(component) && !isNullable(component))
                    .orElseGet(() -> super.hasRequiredMarker(config, member));
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
            return component(member)
                    .filter(component -> !isNullable(component))
                    .map(component -> JsonSetter.Value.forValueNulls(isList(component) ? Nulls.AS_EMPTY : Nulls.FAIL))
                    .orElseGet(() -> super.findSetterInfo(config, member));
        }

        private static Optional<RecordComponent> component(Annotated member) {
            return member instanceof AnnotatedParameter parameter
                            && parameter.getOwner() instanceof AnnotatedConstructor
                            && parameter.getDeclaringClass().isRecord()
                    ? Optional.of(parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()])
                    : Optional.empty();
        }

        private static boolean isList(RecordComponent component) {
            return component.getType() == List.class;
        }

        private static boolean isNullable(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }
}
