package org.houselights.notification;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.houselights.web.Caller;
import org.houselights.web.access.Badges;
import org.houselights.web.access.CsrfTokens;

/** Looks at pages and sends forms as somebody who is signed in by a cookie. */
public final class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final Badges badges;
    private final Caller caller;

    public Browser(int port, Badges badges, Caller caller) {
        this.port = port;
        this.badges = badges;
        this.caller = caller;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> getInKorean(String path) {
        return send(request(path).header("Accept-Language", "ko").GET());
    }

    /** Sends a form of ours, with fields as {@code name=value&…}. */
    public HttpResponse<String> submit(String path, String fields) {
        String token = CsrfTokens.of("session of " + caller.personId());
        return submitAsItIs(path, fields + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    /** Sends what another site could send in the caller's name. */
    public HttpResponse<String> submitAsItIs(String path, String fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Cookie", "houselights=" + badges.bearer(caller).substring("Bearer ".length()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
