package org.houselights.seeds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The house's public API as one person sees it. */
final class Api {

    private static final Duration ANSWER_TAKES_AT_MOST = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final URI house;
    private final HttpClient http;
    private final @Nullable String token;

    private Api(URI house, HttpClient http, @Nullable String token) {
        this.house = house;
        this.http = http;
        this.token = token;
    }

    /** As somebody sees it who did not sign in. */
    static Api of(URI house, HttpClient http) {
        return new Api(house, http, null);
    }

    Api as(String bearer) {
        return new Api(house, http, bearer);
    }

    static ObjectNode body(Object value) {
        return JSON.valueToTree(value);
    }

    /** Nothing where there is no such thing. */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send(request(path).GET().build());
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(content(answer));
    }

    void put(String path, ObjectNode body) {
        content(send(request(path).PUT(json(body)).build()));
    }

    JsonNode post(String path, ObjectNode body) {
        return content(send(request(path).POST(json(body)).build()));
    }

    void postOnce(String path, String idempotencyKey, ObjectNode body) {
        content(send(request(path)
                .header("Idempotency-Key", idempotencyKey)
                .POST(json(body))
                .build()));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(house.resolve(path))
                .timeout(ANSWER_TAKES_AT_MOST)
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(ObjectNode body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LoadFailed("%s does not answer: %s".formatted(request.uri(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("Interrupted", e);
        }
    }

    private static JsonNode content(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new LoadFailed("%s %s was answered with %d: %s"
                    .formatted(answer.request().method(), answer.uri(), answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
    }
}
