package org.houselights.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompatibilityTest {

    private static final String PUBLISHED = """
            { "type": "object",
              "properties": {
                "seats": { "description": "Seats sold.", "type": "integer", "minimum": 0 },
                "status": { "enum": ["OPEN", "CLOSED"] },
                "buyer": { "type": ["object", "null"],
                           "properties": { "name": { "type": "string" } },
                           "required": ["name"] },
                "codes": { "type": "array", "items": { "type": "string" } },
                "note": { "type": "string" } },
              "required": ["seats", "status", "buyer", "codes"] }""";

    @Test
    void no_change_breaks_nobody() {
        assertThat(changing("seats", "seats")).isEmpty();
    }

    @Test
    void the_contracts_in_force_keep_what_the_last_release_promised() {
        assertThat(Compatibility.breaches(
                        Schemas.in("baseline").events(), Schemas.in("contracts").events()))
                .isEmpty();
    }

    @Test
    void an_added_property_that_is_not_required_is_accepted() {
        assertThat(changing("\"note\": {", "\"colour\": { \"type\": \"string\" }, \"note\": {"))
                .isEmpty();
    }

    @Test
    void an_added_value_is_accepted() {
        assertThat(changing("\"CLOSED\"", "\"CLOSED\", \"PAUSED\"")).isEmpty();
        assertThat(breaches("{ \"const\": 1 }", "{ \"enum\": [1, 2] }")).isEmpty();
    }

    @Test
    void other_words_are_accepted() {
        assertThat(changing("Seats sold.", "How many seats are sold.")).isEmpty();
    }

    @Test
    void a_removed_property_is_refused_even_if_it_was_not_required() {
        assertThat(changing(", \"note\": { \"type\": \"string\" }", ""))
                .containsExactly("Event/note was removed or renamed");
    }

    @Test
    void a_renamed_property_is_refused() {
        assertThat(changing("\"note\":", "\"remark\":")).containsExactly("Event/note was removed or renamed");
    }

    @Test
    void a_removed_event_is_refused() {
        Map<String, Shape> published = Map.of("Event", shape(PUBLISHED));

        assertThat(Compatibility.breaches(published, Map.of())).containsExactly("Event was removed or renamed");
    }

    @Test
    void a_new_event_is_accepted() {
        Map<String, Shape> published = Map.of("Event", shape(PUBLISHED));
        Map<String, Shape> changed = Map.of("Event", shape(PUBLISHED), "OtherEvent", shape("{}"));

        assertThat(Compatibility.breaches(published, changed)).isEmpty();
    }

    @Test
    void a_property_that_is_newly_required_is_refused() {
        assertThat(changing("\"buyer\", \"codes\"", "\"buyer\", \"codes\", \"note\""))
                .containsExactly("Event/note is newly required");
    }

    @Test
    void a_property_that_may_be_missing_from_now_on_is_refused() {
        assertThat(changing("\"seats\", \"status\", ", "\"seats\", "))
                .containsExactly("Event/status was always there and is no longer required");
    }

    @Test
    void another_type_is_refused_be_it_wider_or_narrower() {
        assertThat(changing("\"integer\"", "\"number\""))
                .containsExactly("Event/seats was of type [integer] and is of type [number]");
        assertThat(changing("[\"object\", \"null\"]", "\"object\"")).hasSize(1);
        assertThat(changing("\"note\": { \"type\": \"string\" }", "\"note\": { \"type\": [\"string\", \"null\"] }"))
                .hasSize(1);
    }

    @Test
    void a_value_that_is_no_longer_allowed_is_refused() {
        assertThat(changing("\"OPEN\", \"CLOSED\"", "\"OPEN\", \"SHUT\"")).hasSize(1);
        assertThat(breaches("{ \"type\": \"string\" }", "{ \"type\": \"string\", \"enum\": [\"OPEN\"] }"))
                .hasSize(1);
        assertThat(breaches("{ \"enum\": [\"OPEN\"] }", "{}")).hasSize(1);
    }

    @Test
    void another_limit_is_refused() {
        assertThat(changing("\"minimum\": 0", "\"minimum\": 1"))
                .containsExactly("Event/seats had the minimum 0 and has 1");
        assertThat(changing("\"note\": {", "\"note\": { \"maxLength\": 10,")).hasSize(1);
        assertThat(changing(", \"minimum\": 0", "")).hasSize(1);
    }

    @Test
    void a_breach_deep_within_is_found() {
        assertThat(changing("{ \"name\": {", "{ \"surname\": {"))
                .containsExactly("Event/buyer/name was removed or renamed");
        assertThat(changing("\"items\": { \"type\": \"string\" }", "\"items\": { \"type\": \"integer\" }"))
                .containsExactly("Event/codes/* was of type [string] and is of type [integer]");
        assertThat(changing(", \"items\": { \"type\": \"string\" }", "")).hasSize(1);
    }

    @Test
    void what_a_schema_adds_to_the_part_that_it_refers_to_counts_too() {
        Shape part = shape("{ \"properties\": { \"status\": { \"enum\": [\"OPEN\", \"CLOSED\"] } } }");
        String narrowed = "{ \"$ref\": \"part\", \"properties\": { \"status\": { \"const\": \"OPEN\" } } }";

        Map<String, Shape> published = Map.of("Event", part);
        Map<String, Shape> changed = Map.of("Event", Shape.of(Schemas.parse(narrowed), ref -> part));

        assertThat(Compatibility.breaches(published, changed)).hasSize(1);
    }

    @Test
    void a_keyword_that_can_not_be_judged_is_refused() {
        assertThatThrownBy(() -> shape("{ \"oneOf\": [{}, {}] }")).hasMessageContaining("oneOf");
        assertThatThrownBy(() -> shape("{ \"anyOf\": [{ \"type\": \"string\" }, { \"type\": \"integer\" }] }"))
                .hasMessageContaining("choice");
    }

    private static List<String> changing(String text, String by) {
        assertThat(PUBLISHED.replaceAll("\\s+", " ")).contains(text);
        return breaches(PUBLISHED, PUBLISHED.replaceAll("\\s+", " ").replace(text, by));
    }

    private static List<String> breaches(String published, String changed) {
        return Compatibility.breaches(Map.of("Event", shape(published)), Map.of("Event", shape(changed)));
    }

    private static Shape shape(String schema) {
        return Shape.of(Schemas.parse(schema), reference -> {
            throw new IllegalArgumentException(reference);
        });
    }
}
