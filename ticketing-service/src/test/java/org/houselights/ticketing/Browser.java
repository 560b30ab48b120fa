package org.houselights.ticketing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.houselights.web.Caller;
import org.houselights.web.access.Badges;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** A browser without scripts that follows no redirect by itself. */
@TestComponent
public class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Environment environment;
    private final Badges badges;
    private final @Nullable Caller caller;

    @Autowired
    Browser(Environment environment, Badges badges) {
        this(environment, badges, null);
    }

    private Browser(Environment environment, Badges badges, @Nullable Caller caller) {
        this.environment = environment;
        this.badges = badges;
        this.caller = caller;
    }

    /** The browser of somebody who is signed in. */
    public Browser of(Caller somebody) {
        return new Browser(environment, badges, somebody);
    }

    public HttpResponse<String> open(String path, String... headers) {
        return send(request(path, headers).GET(), BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> load(String path, BodyHandler<T> as, String... headers) {
        return send(request(path, headers).GET(), as);
    }

    public HttpResponse<String> submit(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                request(path, headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                BodyHandlers.ofString());
    }

    /** Where an answer leads, as a path. */
    public static String target(HttpResponse<String> answer) {
        URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return location.getRawQuery() == null ? location.getPath() : location.getPath() + "?" + location.getRawQuery();
    }

    /** What a field of the page holds. */
    public static String field(HttpResponse<String> page, String name) {
        Matcher field = Pattern.compile("<input[^>]* name=\"%s\"[^>]* value=\"([^\"]*)\"".formatted(name))
                .matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("no field " + name + " on " + page.body());
        }
        return field.group(1);
    }

    /** What somebody reads, without the markup. */
    public static String text(HttpResponse<String> page) {
        return page.body()
                .replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:%s%s".formatted(environment.getRequiredProperty("local.server.port"), path)))
                .header("Accept", "text/html,*/*;q=0.8");
        if (caller != null) {
            request.header("Authorization", badges.bearer(caller));
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> as) {
        try {
            return CLIENT.send(request.build(), as);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
