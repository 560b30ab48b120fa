package org.houselights.screening.account;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.houselights.web.access.CsrfTokens;
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

    /** A page that was answered, or where it leads. */
    record Page(int status, String html, String location, List<String> cookies) {}

    /** Sends a form as a page of ours does. */
    Page submit(String path, Map<String, String> fields) {
        String form = Stream.concat(
                        fields.entrySet().stream(), Stream.of(Map.entry("_csrf", cookie(CsrfTokens.COOKIE))))
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(service.resolve(path))
                .header("X-Forwarded-For", network)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return new Page(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", ""),
                answer.headers().allValues("Set-Cookie"));
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
        HttpResponse<String> answer = exchange(request);
        return new Answer(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Puts a cookie where a browser would keep it; none if it is empty. */
    void remember(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(value.isEmpty() ? 0 : -1);
        cookie.setVersion(0);
        cookies.getCookieStore().add(service, cookie);
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }
}
