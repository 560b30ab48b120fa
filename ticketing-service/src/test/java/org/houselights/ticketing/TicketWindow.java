package org.houselights.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.UUID;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.houselights.web.access.Badges;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Where people talk to the service over HTTP. */
@TestComponent
public class TicketWindow {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Badges badges;
    private final JsonMapper json;
    private final Environment environment;

    TicketWindow(Badges badges, JsonMapper json, Environment environment) {
        this.badges = badges;
        this.json = json;
        this.environment = environment;
    }

    public Answer get(String path, @Nullable Caller caller) {
        return send(request(path, caller).GET());
    }

    /** @param body a text or bytes */
    public Answer post(String path, Object body, @Nullable String key) {
        HttpRequest.Builder request =
                request(path, null).header("Content-Type", "application/json").POST(publisher(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    public Answer order(UUID screeningId, Object body, @Nullable String key) {
        return post("/api/presales/%s/orders".formatted(screeningId), body, key);
    }

    /** Somebody of this name orders so many seats, with a card that pays. */
    public void sell(UUID screeningId, int quantity, String name) {
        String address = name.replaceAll("[^A-Za-z]", "") + "@example.org";
        Answer sold = order(
                screeningId, seats(quantity, name, address, "sandbox-accepted"), "the-key-of-" + address + screeningId);
        assertThat(sold.status()).as(sold.body().toString()).isEqualTo(201);
    }

    /** An order of so many seats. */
    public static String seats(int quantity, String name, String email, String card) {
        return """
                {"name":"%s","email":"%s","locale":"en","tickets":[{"type":"FULL","quantity":%d}],"card":"%s"}""".formatted(name, email, quantity, card);
    }

    public static Caller operator() {
        return new Caller(UUID.randomUUID(), "olga@example.org", "Olga", Set.of(Role.OPERATOR), null);
    }

    public static Caller host(UUID id) {
        return new Caller(id, "hana@example.org", "Hana Host", Set.of(Role.HOST), null);
    }

    private HttpRequest.Builder request(String path, @Nullable Caller caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                "http://localhost:%s%s".formatted(environment.getRequiredProperty("local.server.port"), path)));
        return caller == null ? request : request.header("Authorization", badges.bearer(caller));
    }

    private static BodyPublisher publisher(Object body) {
        return body instanceof byte[] bytes
                ? BodyPublishers.ofByteArray(bytes)
                : BodyPublishers.ofString(body.toString());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers(),
                    response.body().isEmpty() ? MissingNode.getInstance() : json.readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
