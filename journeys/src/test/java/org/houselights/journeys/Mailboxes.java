package org.houselights.journeys;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.houselights.local.Api;
import tools.jackson.databind.JsonNode;

/** The mail as those read it who received it. */
public record Mailboxes(Api inbox) {

    private static final String SIGN_IN = "Your link to sign in";

    /** The mails to somebody, the oldest first, without those that only sign in. */
    public List<JsonNode> of(String address) {
        return inbox.get("/api/mails?to=" + address)
                .valueStream()
                .filter(mail -> !subject(mail).startsWith(SIGN_IN))
                .toList()
                .reversed();
    }

    /** What the mails to somebody are about, such as {@code Pledge received, nothing charged yet}. */
    public List<String> newsTo(String address) {
        return of(address).stream().map(mail -> subject(mail).split(":", 2)[0]).toList();
    }

    private static String subject(JsonNode mail) {
        return mail.get("subject").stringValue();
    }

    /** The newest link in somebody's mail whose path begins like this. */
    public Optional<String> newestLink(String address, String path) {
        return of(address).reversed().stream()
                .flatMap(mail -> mail.get("links").valueStream())
                .map(JsonNode::stringValue)
                .filter(link -> link.contains(path))
                .findFirst();
    }

    /** The links that sign somebody in, the newest first; each does it once. */
    public List<String> signInLinks(String address) {
        return inbox.get("/api/mails?to=" + address)
                .valueStream()
                .filter(mail -> subject(mail).startsWith(SIGN_IN))
                .flatMap(mail -> mail.get("links").valueStream())
                .map(JsonNode::stringValue)
                .filter(link -> link.contains("/sign-in#"))
                .toList();
    }

    public Stream<JsonNode> all() {
        return inbox.get("/api/mails").valueStream();
    }
}
