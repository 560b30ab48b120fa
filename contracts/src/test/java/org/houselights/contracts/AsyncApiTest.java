package org.houselights.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AsyncApiTest {

    private final JsonNode document = read();

    @Test
    void every_event_is_named_once_with_its_schema_and_on_the_topic_of_its_example() {
        List<String> named = new ArrayList<>();
        document.path("channels")
                .forEach(channel -> channel.path("messages").forEachEntry((event, message) -> {
                    named.add(event);
                    assertThat(message.path("name").asString()).isEqualTo("org.houselights." + event);
                    assertThat(message.path("payload")
                                    .path("schema")
                                    .path("$ref")
                                    .asString())
                            .isEqualTo("events/" + event + ".json");
                    assertThat(Schemas.read("contracts/examples/" + event + ".json")
                                    .path("topic"))
                            .isEqualTo(channel.path("address"));
                }));

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Schemas.in("contracts").events().keySet());
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references =
                document.findValues("$ref").stream().map(JsonNode::asString).toList();

        assertThat(references)
                .hasSizeGreaterThan(29)
                .allSatisfy(
                        reference -> assertThat(target(reference).isObject()).isTrue());
    }

    private JsonNode target(String reference) {
        return reference.startsWith("#") ? document.at(reference.substring(1)) : Schemas.read("contracts/" + reference);
    }

    private static JsonNode read() {
        try (InputStream file = new ClassPathResource("contracts/asyncapi.yaml").getInputStream()) {
            return JsonMapper.shared().valueToTree(new Yaml().load(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
