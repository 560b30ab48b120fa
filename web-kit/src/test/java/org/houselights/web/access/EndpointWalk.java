package org.houselights.web.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.houselights.web.access.EndpointRights.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Calls every endpoint as nobody, as a host, as a distributor of some other company and as an operator, about an object
 * that is none of theirs, and tells where the answer is not the one that {@code @Allow} promises.
 */
public final class EndpointWalk {

    private final EndpointRights rights;
    private final Badges badges;
    private final URI service;
    private final HttpClient client = HttpClient.newHttpClient();

    public EndpointWalk(EndpointRights rights, Badges badges, int port) {
        this.rights = rights;
        this.badges = badges;
        this.service = URI.create("http://localhost:" + port);
    }

    /** One line for each wrong answer; none if the service keeps its rules. */
    public List<String> wrongAnswers() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : rights.all()) {
            check(endpoint, null, wrong);
            Stream.of(Role.values()).forEach(role -> check(endpoint, stranger(role), wrong));
        }
        return wrong;
    }

    private void check(Endpoint endpoint, @Nullable Caller caller, List<String> wrong) {
        boolean allowed = endpoint.allowed().stream().anyMatch(who -> who.includes(caller));
        int status = call(endpoint, caller);
        int refusal = caller == null ? 401 : 403;
        boolean right = allowed ? status != 403 && status < 500 : status == refusal;
        if (!right) {
            wrong.add("%s %s as %s: %d"
                    .formatted(endpoint.method(), endpoint.path(), caller == null ? "nobody" : caller.roles(), status));
        }
    }

    private int call(Endpoint endpoint, @Nullable Caller caller) {
        String path = endpoint.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .method(
                        endpoint.method(),
                        Arrays.asList("POST", "PUT", "PATCH").contains(endpoint.method())
                                ? BodyPublishers.ofString("{}")
                                : BodyPublishers.noBody());
        if (caller != null) {
            request.header("Authorization", badges.bearer(caller));
        }
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Caller stranger(Role role) {
        return new Caller(
                UUID.randomUUID(),
                "stranger@example.org",
                "Stranger",
                Set.of(role),
                role == Role.DISTRIBUTOR ? UUID.randomUUID() : null);
    }
}
