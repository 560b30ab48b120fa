package org.houselights.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the services tell each other, as the module {@code contracts} says. Events are named without their prefix, such as
 * {@code ScreeningOnSale}.
 */
public final class Contracts {

    private static final String FOLDER = "contracts/";
    private static final String HOME = "https://houselights.org/" + FOLDER;
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(ids -> ids.mapPrefix(HOME, "classpath:" + FOLDER)));

    private Contracts() {}

    /** All events. */
    public static Set<String> types() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:" + FOLDER + "events/*.json"))
                    .map(file -> String.valueOf(file.getFilename()).replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events of one topic. */
    public static Set<String> types(String topic) {
        return types().stream()
                .filter(type -> message(type).path("topic").asString().equals(topic))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Asserts that a body is what its event promises.
     *
     * @throws AssertionError naming each place that breaks the schema, or if there is no such event
     */
    public static void check(String type, String body) {
        if (!types().contains(type)) {
            throw new AssertionError("There is no contract for " + type);
        }
        keeps(type, "events/" + type, body);
    }

    /**
     * Asserts that the headers of a message are those that every event has.
     *
     * @param headers as a JSON object
     * @throws AssertionError naming each that is missing or malformed
     */
    public static void checkHeaders(String headers) {
        keeps("A message", "parts/headers", headers);
    }

    private static void keeps(String what, String schema, String json) {
        List<Error> errors = SCHEMAS.getSchema(SchemaLocation.of(HOME + schema + ".json"))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw new AssertionError("%s breaks its contract:%n%s%nin %s"
                    .formatted(
                            what,
                            errors.stream()
                                    .map(error -> "  " + error.getInstanceLocation() + " " + error.getMessage())
                                    .collect(Collectors.joining(System.lineSeparator())),
                            json));
        }
    }

    /** The body of the example of an event. */
    public static String example(String type) {
        return message(type).path("body").toString();
    }

    /** The example of an event as Kafka delivers it, each time as another event. */
    public static ConsumerRecord<String, byte[]> delivered(String type) {
        return delivered(message(type));
    }

    /** The example of an event that tells of the given screening. */
    public static ConsumerRecord<String, byte[]> delivered(String type, UUID screening) {
        JsonNode message = message(type);
        return delivered(parse(message.toString().replace(message.path("key").asString(), screening.toString())));
    }

    private static ConsumerRecord<String, byte[]> delivered(JsonNode message) {
        ConsumerRecord<String, byte[]> delivered = new ConsumerRecord<>(
                message.path("topic").asString(),
                0,
                0,
                message.path("key").asString(),
                message.path("body").toString().getBytes(UTF_8));
        message.path("headers")
                .forEachEntry((name, value) ->
                        delivered.headers().add(name, value.asString().getBytes(UTF_8)));
        delivered
                .headers()
                .remove("ce_id")
                .add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        return delivered;
    }

    private static JsonNode message(String type) {
        try {
            return parse(new ClassPathResource(FOLDER + "examples/" + type + ".json").getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
