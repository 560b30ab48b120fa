package org.houselights.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EdgeTest {

    private final CountDownLatch secondEventWanted = new CountDownLatch(1);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private HttpServer screening;
    private Edge edge;
    private URI address;

    @BeforeEach
    void open() throws IOException {
        screening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        screening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        screening.createContext("/echo", EdgeTest::echo);
        screening.createContext("/events", this::events);
        screening.start();
        int port = Ports.free();
        address = URI.create("http://localhost:" + port);
        var services = Map.of(
                Service.SCREENING,
                        URI.create("http://localhost:" + screening.getAddress().getPort()),
                Service.TICKETING, URI.create("http://localhost:" + Ports.free()),
                Service.NOTIFICATION, URI.create("http://localhost:" + Ports.free()));
        edge = Edge.open(port, services::get);
    }

    @AfterEach
    void close() {
        secondEventWanted.countDown();
        edge.close();
        screening.stop(0);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = "%s %s %s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        headers.getFirst("X-Forwarded-For"),
                        headers.getFirst("X-Forwarded-Proto"),
                        headers.getFirst("X-Forwarded-Host"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Set-Cookie", "a=b; HttpOnly");
        exchange.sendResponseHeaders(201, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void events(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        body.write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
        body.flush();
        try {
            secondEventWanted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        body.write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    @Test
    void a_request_and_its_answer_pass_whole() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(address.resolve("/echo/a%20b?c=d%26e"))
                        .header("X-Forwarded-For", "203.0.113.9")
                        .POST(HttpRequest.BodyPublishers.ofString("hello"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Set-Cookie")).hasValue("a=b; HttpOnly");
        assertThat(answer.body())
                .isEqualTo("POST /echo/a%20b?c=d%26e 127.0.0.1 http " + address.getAuthority() + " hello");
    }

    @Test
    void an_event_arrives_when_it_is_sent_and_not_when_the_stream_ends() throws Exception {
        var answer =
                http.send(HttpRequest.newBuilder(address.resolve("/events")).build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: one");
            assertThat(secondEventWanted.getCount()).isEqualTo(1);
            secondEventWanted.countDown();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: two");
        }
    }

    @Test
    void a_service_that_is_not_there_is_said_to_be_starting() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address.resolve("/api/presales")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void a_service_that_is_gone_is_waited_for_by_the_page() throws Exception {
        screening.stop(0);

        var answer = http.send(HttpRequest.newBuilder(address.resolve("/films")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("One moment");
    }

    @ParameterizedTest
    @CsvSource({
        "/, SCREENING",
        "/api/screenings, SCREENING",
        "/api/presalesman, SCREENING",
        "/api/presales, TICKETING",
        "/api/presales/1/orders, TICKETING",
        "/api/orders/x, TICKETING",
        "/api/operations/ticketing/dead-letters, TICKETING",
        "/api/openapi/ticketing, TICKETING",
        "/api/mails, NOTIFICATION",
        "/api/operations/notification/parked-keys, NOTIFICATION",
        "/api/openapi/notification, NOTIFICATION",
        "/api/openapi/screening, SCREENING"
    })
    void every_path_has_its_service(String path, Service service) {
        assertThat(Edge.serviceOf(path)).isEqualTo(service);
    }
}
