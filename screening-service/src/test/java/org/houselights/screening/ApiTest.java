package org.houselights.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.houselights.web.access.EndpointRights;
import org.houselights.web.access.EndpointRights.Endpoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ApiTest {

    @Autowired
    private Town town;

    @Autowired
    private EndpointRights rights;

    @LocalServerPort
    private int port;

    @Test
    void every_endpoint_is_described_with_what_it_does_what_it_answers_and_how_it_fails() {
        JsonNode paths = town.get("/api/openapi/screening", null).body().path("paths");

        assertThat(endpoints()).isNotEmpty().allSatisfy(endpoint -> {
            JsonNode described =
                    paths.path(endpoint.path()).path(endpoint.method().toLowerCase(Locale.ROOT));
            assertThat(described.path("summary").asString("")).isNotBlank();
            assertThat(described.path("tags").size()).isEqualTo(1);
            JsonNode responses = described.path("responses");
            assertThat(responses.propertyNames()).anyMatch(status -> status.startsWith("2"));
            assertThat(responses
                            .at("/default/content/application~1problem+json/schema/$ref")
                            .asString(""))
                    .isEqualTo("#/components/schemas/Problem");
        });
    }

    @Test
    void nothing_is_described_that_is_not_there() {
        List<String> described = town.get("/api/openapi/screening", null)
                .body()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(endpoints()
                        .map(endpoint -> endpoint.method() + " " + endpoint.path())
                        .toList());
    }

    @Test
    void the_only_version_is_answered_with_or_without_asking_for_it_and_no_other_is() throws Exception {
        assertThat(screenings().statusCode()).isEqualTo(200);
        assertThat(screenings("API-Version", "1").statusCode()).isEqualTo(200);

        HttpResponse<String> refused = screenings("API-Version", "2");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    /** Pages describe themselves. */
    private Stream<Endpoint> endpoints() {
        return rights.all().stream()
                .filter(endpoint ->
                        endpoint.path().startsWith("/api/") || endpoint.path().startsWith("/.well-known/"));
    }

    private HttpResponse<String> screenings(String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:%d/api/screenings".formatted(port)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
