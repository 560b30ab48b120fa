package org.houselights.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a schema asks of one place in an event: its references followed, and all that is said of the place put together.
 *
 * @param types the JSON types that may stand here; empty if any may
 * @param values the only values that may stand here; empty if any may
 * @param limits every other keyword and what it says, such as {@code maximum} or {@code pattern}
 * @param required the properties that are always there
 * @param items what is asked of each element of an array; null if nothing is
 */
record Shape(
        Set<String> types,
        Set<JsonNode> values,
        Map<String, JsonNode> limits,
        Set<String> required,
        Map<String, Shape> properties,
        @Nullable Shape items) {

    private static final Shape ANYTHING = new Shape(Set.of(), Set.of(), Map.of(), Set.of(), Map.of(), null);
    private static final Set<String> WORDS = Set.of("$schema", "$id", "$defs", "title", "description");
    private static final Set<String> LIMITS = Set.of(
            "format", "pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems");

    /**
     * @param follow gives the shape that a reference stands for
     * @throws IllegalArgumentException if the schema uses a keyword that is not understood here: such a change could not be judged
     */
    static Shape of(JsonNode schema, Function<String, Shape> follow) {
        Shape shape = ANYTHING;
        for (Map.Entry<String, JsonNode> said : schema.properties()) {
            String keyword = said.getKey();
            JsonNode what = said.getValue();
            if (!WORDS.contains(keyword)) {
                shape = shape.and(of(keyword, what, follow));
            }
        }
        return shape;
    }

    private static Shape of(String keyword, JsonNode what, Function<String, Shape> follow) {
        return switch (keyword) {
            case "$ref" -> follow.apply(what.asString());
            case "anyOf" -> orNull(what, follow);
            case "type" -> ofTypes(what.isArray() ? texts(what) : Set.of(what.asString()));
            case "const" -> ofValues(Set.of(what));
            case "enum" -> ofValues(what.valueStream().collect(Collectors.toSet()));
            case "required" -> new Shape(Set.of(), Set.of(), Map.of(), texts(what), Map.of(), null);
            case "items" -> new Shape(Set.of(), Set.of(), Map.of(), Set.of(), Map.of(), of(what, follow));
            case "properties" -> {
                Map<String, Shape> properties = new TreeMap<>();
                what.properties().forEach(each -> properties.put(each.getKey(), of(each.getValue(), follow)));
                yield new Shape(Set.of(), Set.of(), Map.of(), Set.of(), properties, null);
            }
            default -> {
                if (!LIMITS.contains(keyword)) {
                    throw new IllegalArgumentException("Nobody can judge a change of the keyword " + keyword);
                }
                yield new Shape(Set.of(), Set.of(), Map.of(keyword, what), Set.of(), Map.of(), null);
            }
        };
    }

    /** Of all choices only the one between something and nothing is in use. */
    private static Shape orNull(JsonNode choices, Function<String, Shape> follow) {
        if (choices.size() != 2 || !"null".equals(choices.get(1).path("type").asString())) {
            throw new IllegalArgumentException("Nobody can judge a change of the choice " + choices);
        }
        Shape something = of(choices.get(0), follow);
        Set<String> types = new TreeSet<>(something.types);
        types.add("null");
        return new Shape(
                types, something.values, something.limits, something.required, something.properties, something.items);
    }

    private static Shape ofTypes(Set<String> types) {
        return new Shape(types, Set.of(), Map.of(), Set.of(), Map.of(), null);
    }

    private static Shape ofValues(Set<JsonNode> values) {
        return new Shape(Set.of(), values, Map.of(), Set.of(), Map.of(), null);
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }

    private Shape and(Shape other) {
        Set<String> bothRequired = new TreeSet<>(required);
        bothRequired.addAll(other.required);
        return new Shape(
                allowedByBoth(types, other.types),
                allowedByBoth(values, other.values),
                merged(limits, other.limits, (one, another) -> {
                    throw new IllegalArgumentException(
                            "Two limits of the same kind: %s and %s".formatted(one, another));
                }),
                bothRequired,
                merged(properties, other.properties, Shape::and),
                items == null ? other.items : other.items == null ? items : items.and(other.items));
    }

    private static <T> Set<T> allowedByBoth(Set<T> these, Set<T> those) {
        if (these.isEmpty() || those.isEmpty()) {
            return these.isEmpty() ? those : these;
        }
        return these.stream().filter(those::contains).collect(Collectors.toSet());
    }

    private static <T> Map<String, T> merged(Map<String, T> these, Map<String, T> those, BinaryOperator<T> both) {
        Map<String, T> all = new LinkedHashMap<>(these);
        those.forEach((name, that) -> all.merge(name, that, both));
        return all;
    }
}
