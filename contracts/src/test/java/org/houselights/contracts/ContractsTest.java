package org.houselights.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractsTest {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(ids -> ids.mapPrefix(Schemas.HOME, "classpath:contracts/")));

    static Stream<String> schemas() {
        return Schemas.paths("contracts");
    }

    static Stream<String> events() {
        return Schemas.in("contracts").events().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_schema_is_one_and_lies_where_its_id_says(String path) {
        JsonNode schema = Schemas.read("contracts/" + path);

        assertThat(errors(DIALECT, schema)).isEmpty();
        assertThat(schema.path("$schema").asString()).isEqualTo(DIALECT);
        assertThat(schema.path("$id").asString()).isEqualTo(Schemas.HOME + path);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_property_says_what_it_means(String path) {
        JsonNode schema = Schemas.read("contracts/" + path);
        // What only narrows a part leaves the words to the part, as does what refers to one.
        if (!schema.has("$ref")) {
            assertThat(schema.findValues("properties").stream()
                            .flatMap(each -> each.properties().stream())
                            .filter(property -> !property.getValue().has("$ref")))
                    .allSatisfy(property -> assertThat(
                                    property.getValue().path("description").asString(""))
                            .endsWith("."));
        }
        assertThat(schema.path("description").asString()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_example_of_an_event_keeps_its_schema(String event) {
        JsonNode example = example(event);

        assertThat(errors(schemaOf(event), example.path("body"))).isEmpty();
        assertThat(errors(Schemas.HOME + "parts/headers.json", example.path("headers")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_headers_of_an_example_tell_of_its_body(String event) {
        JsonNode headers = example(event).path("headers");
        JsonNode body = example(event).path("body");

        assertThat(headers.path("ce_type").asString()).isEqualTo("org.houselights." + event);
        assertThat(headers.path("ce_subject")).isEqualTo(example(event).path("key"));
        if (body.has("screeningId")) {
            assertThat(headers.path("ce_subject")).isEqualTo(body.path("screeningId"));
            assertThat(headers.path("ce_sequence").asString())
                    .isEqualTo(body.path("sequence").asString());
            assertThat(headers.path("ce_time")).isEqualTo(body.path("occurredAt"));
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_that_lacks_something_breaks_its_schema_and_one_that_tells_more_keeps_it(String event) {
        ObjectNode body = (ObjectNode) example(event).path("body");

        for (String name : List.copyOf(body.propertyNames())) {
            assertThat(errors(schemaOf(event), body.deepCopy().without(name)))
                    .as(name)
                    .isNotEmpty();
        }
        assertThat(errors(schemaOf(event), body.put("unheardOf", 1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_value_that_is_malformed_deep_within_breaks_the_schema(String event) {
        String body = example(event).path("body").toString();

        assertThat(errors(
                        schemaOf(event),
                        Schemas.parse(body.replace("2026-", "26-").replace("2027-", "27-"))))
                .isNotEmpty();
        if (body.contains("USD")) {
            assertThat(errors(schemaOf(event), Schemas.parse(body.replace("USD", "$"))))
                    .isNotEmpty();
        }
    }

    private static String schemaOf(String event) {
        return Schemas.HOME + "events/" + event + ".json";
    }

    private static JsonNode example(String event) {
        return Schemas.read("contracts/examples/" + event + ".json");
    }

    private static List<Error> errors(String schema, JsonNode value) {
        return REGISTRY.getSchema(SchemaLocation.of(schema))
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
