package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.web.access.EndpointRights;
import org.houselights.web.access.EndpointRights.Endpoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@TicketingTest
@Import(TicketWindow.class)
class ApiTest {

    @Autowired
    private TicketWindow window;

    @Autowired
    private EndpointRights rights;

    @Test
    void every_endpoint_is_described_with_what_it_does_what_it_answers_and_how_it_fails() {
        JsonNode paths = paths();

        assertThat(endpoints()).isNotEmpty().allSatisfy(endpoint -> {
            JsonNode described =
                    paths.path(endpoint.path()).path(endpoint.method().toLowerCase(Locale.ROOT));
            assertThat(described.path("summary").asString("")).isNotBlank();
            assertThat(described.path("tags").size()).isEqualTo(1);
            assertThat(described.path("responses").propertyNames()).anyMatch(status -> status.startsWith("2"));
            assertThat(described
                            .path("responses")
                            .at("/default/content/application~1problem+json/schema/$ref")
                            .asString(""))
                    .isEqualTo("#/components/schemas/Problem");
        });
    }

    @Test
    void nothing_is_described_that_is_not_there() {
        List<String> described = paths().propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(endpoints()
                        .map(endpoint -> endpoint.method() + " " + endpoint.path())
                        .distinct()
                        .toList());
    }

    private JsonNode paths() {
        return window.get("/api/openapi/ticketing", null).body().path("paths");
    }

    private Stream<Endpoint> endpoints() {
        return rights.all().stream().filter(endpoint -> endpoint.path().startsWith("/api/"));
    }
}
