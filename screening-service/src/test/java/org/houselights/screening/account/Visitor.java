package org.houselights.screening.account;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service as a program does, or as a browser, which keeps cookies; from a network of its choice. */
final class Visitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI service;
    private final String network;
    private final CookieManager cookies;
    private final HttpClient client;

    private Visitor(int port, String network, CookiePolicy policy) {
        this.service = URI.create("http://localhost:" + port);
        this.network = network;
        this.cookies = new CookieManager(null, policy);
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    static Visitor program(int port, String network) {
        return new Visitor(port, network, CookiePolicy.ACCEPT_NONE);
    }

    static Visitor browser(int port, String network) {
        return new Visitor(port, network, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    }

    record Answer(int status, JsonNode body) {

        String problem() {
            return body.path("type").asString("").replace("https://houselights.org/problems/", "");
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer send(String method, String path, @Nullable Map<String, ?> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("X-Forwarded-For", network)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }
}
