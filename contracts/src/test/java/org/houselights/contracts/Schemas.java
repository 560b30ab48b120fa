package org.houselights.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of one folder, by their {@code $id}. */
record Schemas(Map<URI, JsonNode> byId) {

    static final String HOME = "https://houselights.org/contracts/";

    /** @param folder of the class path, with the rooms {@code events} and {@code parts} */
    static Schemas in(String folder) {
        return new Schemas(paths(folder)
                .map(path -> read(folder + "/" + path))
                .collect(toSortedMap(schema -> URI.create(schema.path("$id").asString()), schema -> schema)));
    }

    /** The paths of all schemas in a folder, such as {@code events/ScreeningHeld.json}. */
    static Stream<String> paths(String folder) {
        return Stream.of("events", "parts")
                .flatMap(room -> files(folder + "/" + room).map(file -> room + "/" + file.getFilename()));
    }

    private static Stream<Resource> files(String folder) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:" + folder + "/*.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String path) {
        try {
            return parse(new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String json) {
        return JsonMapper.shared().readTree(json);
    }

    /** Each event with the shape that its schema gives it. */
    Map<String, Shape> events() {
        return byId.keySet().stream()
                .filter(id -> id.getPath().contains("/events/"))
                .collect(toSortedMap(id -> at(id).path("title").asString(), this::shape));
    }

    private Shape shape(URI place) {
        return Shape.of(at(place), reference -> shape(place.resolve(reference)));
    }

    /** The schema that an absolute reference names, with or without a pointer into its file. */
    private JsonNode at(URI place) {
        String file = place.toString().replaceFirst("#.*", "");
        JsonNode schema = Optional.ofNullable(byId.get(URI.create(file)))
                .orElseThrow(() -> new IllegalArgumentException("There is no schema " + file));
        return place.getFragment() == null ? schema : schema.requiredAt(JsonPointer.compile(place.getFragment()));
    }

    private static <T, K, V> Collector<T, ?, TreeMap<K, V>> toSortedMap(Function<T, K> key, Function<T, V> value) {
        return Collectors.toMap(
                key,
                value,
                (one, other) -> {
                    throw new IllegalArgumentException("Two have the same name: %s and %s".formatted(one, other));
                },
                TreeMap::new);
    }
}
