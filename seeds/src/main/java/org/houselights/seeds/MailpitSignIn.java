package org.houselights.seeds;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Signs people in as they do it themselves: asks for the link, reads the mail, follows the link. */
final class MailpitSignIn implements Loader.SignIn {

    private static final Duration MAIL_TAKES_AT_MOST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Pattern LINK = Pattern.compile("/sign-in#(\\S+)");

    private final Api house;
    private final Api inbox;

    /** @param inbox where Mailpit's page and API are */
    MailpitSignIn(URI house, URI inbox, HttpClient http) {
        this.house = Api.of(house, http);
        this.inbox = Api.of(inbox, http);
    }

    @Override
    public String as(String email) {
        List<String> before = mails(email);
        house.post("/api/sign-in", Api.body(Map.of("email", email)));
        var body = Api.body(Map.of("token", awaitToken(email, before)));
        return house.post("/api/sign-in/confirm", body).get("token").asString();
    }

    private String awaitToken(String email, List<String> before) {
        long end = System.nanoTime() + MAIL_TAKES_AT_MOST.toNanos();
        while (System.nanoTime() < end) {
            Optional<String> token = mails(email).stream()
                    .filter(mail -> !before.contains(mail))
                    .flatMap(mail -> token(mail).stream())
                    .findFirst();
            if (token.isPresent()) {
                return token.get();
            }
            pause();
        }
        throw new LoadFailed(
                "No sign-in mail for %s came within %d seconds".formatted(email, MAIL_TAKES_AT_MOST.toSeconds()));
    }

    /** Their ids, the newest first. */
    private List<String> mails(String email) {
        String query = URLEncoder.encode("to:\"" + email + "\"", StandardCharsets.UTF_8);
        return inbox.find("/api/v1/search?query=" + query)
                .orElseThrow()
                .get("messages")
                .valueStream()
                .map(mail -> mail.get("ID").asString())
                .toList();
    }

    private Optional<String> token(String mail) {
        JsonNode text = inbox.find("/api/v1/message/" + mail).orElseThrow().get("Text");
        return LINK.matcher(text.asString())
                .results()
                .map(link -> link.group(1))
                .findFirst();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("Interrupted", e);
        }
    }
}
