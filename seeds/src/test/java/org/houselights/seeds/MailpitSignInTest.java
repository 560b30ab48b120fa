package org.houselights.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MailpitSignInTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Mail(String to, String text) {}

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private Mail sentBesides = new Mail("", "");
    private int links;
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;
    private MailpitSignIn signIn;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/sign-in", this::sendLink);
        server.createContext("/api/sign-in/confirm", MailpitSignInTest::confirm);
        server.createContext("/api/v1/search", this::search);
        server.createContext("/api/v1/message/", this::message);
        server.start();
        URI address = URI.create("http://localhost:" + server.getAddress().getPort());
        signIn = new MailpitSignIn(address, address, http);
    }

    @AfterEach
    void close() {
        server.stop(0);
        http.close();
    }

    @Test
    void the_link_that_was_asked_for_is_followed_and_none_from_before() {
        mails.add(new Mail("ada@example.org", link("yesterday")));

        assertThat(signIn.as("ada@example.org")).isEqualTo("bearer of link-1");
        assertThat(signIn.as("ada@example.org")).isEqualTo("bearer of link-2");
    }

    @Test
    void what_comes_at_the_same_time_and_is_no_link_is_passed_over() {
        sentBesides = new Mail("ada@example.org", "We have your proposal: http://house.example/api/screenings/1");

        assertThat(signIn.as("ada@example.org")).isEqualTo("bearer of link-1");
    }

    @Test
    void a_house_that_refuses_to_send_a_link_says_so() {
        assertThatThrownBy(() -> signIn.as("nobody"))
                .isInstanceOf(LoadFailed.class)
                .hasMessageContaining("400");
    }

    private static String link(String token) {
        return "Hello,\n\nthis signs you in:\nhttp://house.example/sign-in#" + token + "\n\nIt works once.\n";
    }

    private void sendLink(HttpExchange exchange) throws IOException {
        String email = JSON.readTree(exchange.getRequestBody()).get("email").asString();
        if (!email.contains("@")) {
            answer(exchange, 400, Map.of("title", "No address"));
            return;
        }
        mails.add(new Mail(email, link("link-" + ++links)));
        mails.add(sentBesides);
        answer(exchange, 202, Map.of());
    }

    private static void confirm(HttpExchange exchange) throws IOException {
        String token = JSON.readTree(exchange.getRequestBody()).get("token").asString();
        answer(exchange, 200, Map.of("token", "bearer of " + token));
    }

    /** The newest first, as Mailpit does it. */
    private void search(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        List<Map<String, String>> found = new ArrayList<>();
        for (int id = mails.size() - 1; id >= 0; id--) {
            if (query.equals("query=to:\"" + mails.get(id).to() + "\"")) {
                found.add(Map.of("ID", String.valueOf(id)));
            }
        }
        answer(exchange, 200, Map.of("messages", found));
    }

    private void message(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        answer(exchange, 200, Map.of("Text", mails.get(id).text()));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
