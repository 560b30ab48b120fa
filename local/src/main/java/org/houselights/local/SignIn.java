package org.houselights.local;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Signs people in as they do it themselves: asks for the link, reads the mail, follows the link. */
public final class SignIn {

    private static final Duration MAIL_TAKES_AT_MOST = Duration.ofSeconds(60);

    private final Api house;
    private final Api inbox;

    public SignIn(URI house, URI inbox) {
        this.house = Api.at(house);
        this.inbox = Api.at(inbox);
    }

    /** A bearer token for the person with this address. */
    public String as(String email) {
        long before =
                mails(email).mapToLong(mail -> mail.get("id").asLong()).max().orElse(0);
        house.post("/api/sign-in", Map.of("email", email));
        String token = tokenInMail(email, before);
        return house.post("/api/sign-in/confirm", Map.of("token", token))
                .get("token")
                .stringValue();
    }

    private String tokenInMail(String email, long before) {
        // It may not be the newest: other news can come to the same person right after it.
        return Looks.within(
                        MAIL_TAKES_AT_MOST,
                        () -> mails(email)
                                .filter(mail -> mail.get("id").asLong() > before)
                                .flatMap(mail -> signInToken(mail).stream())
                                .findFirst())
                .orElseThrow(() ->
                        new IllegalStateException("No sign-in mail for " + email + " came to " + inbox.address()));
    }

    private static Optional<String> signInToken(JsonNode mail) {
        return mail.get("links")
                .valueStream()
                .map(link -> URI.create(link.stringValue()))
                .filter(link -> "/sign-in".equals(link.getPath()))
                .map(URI::getFragment)
                .findFirst();
    }

    /** The newest first. */
    private Stream<JsonNode> mails(String email) {
        return inbox.get("/api/mails?to=" + email).valueStream();
    }
}
