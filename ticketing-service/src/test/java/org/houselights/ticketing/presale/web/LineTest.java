package org.houselights.ticketing.presale.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LineTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] MUCH = new byte[64 * 1024];

    private final Tomcat tomcat = new Tomcat();
    private final CompletableFuture<Exception> end = new CompletableFuture<>();
    private volatile Line.Talk talk = line -> {};

    @BeforeEach
    void listen(@TempDir Path directory) throws LifecycleException {
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        Context house = tomcat.addContext("", null);
        Tomcat.addServlet(house, "line", new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response)
                    throws ServletException, IOException {
                Line.open(request, response, Duration.ofMillis(200), LineTest.this::say);
            }
        });
        house.addServletMappingDecoded("/", "line");
        tomcat.getConnector();
        tomcat.start();
    }

    private void say(Line line) throws IOException, InterruptedException {
        try {
            talk.on(line);
        } catch (IOException | InterruptedException e) {
            end.complete(e);
            throw e;
        }
    }

    @AfterEach
    void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void a_reader_hears_what_is_said_until_all_is_said() throws IOException {
        talk = line -> {
            line.write("one\n".getBytes(UTF_8));
            line.write("two\n".getBytes(UTF_8));
        };

        try (Socket reader = reader()) {
            Stream<String> lines = new BufferedReader(new InputStreamReader(reader.getInputStream(), UTF_8)).lines();

            assertThat(lines).startsWith("HTTP/1.1 200 ").endsWith("", "one", "two");
        }
    }

    @Test
    void a_reader_who_takes_nothing_is_left() throws IOException {
        talk = LineTest::talkOn;

        try (Socket _ = reader()) {
            assertThat(end).succeedsWithin(SOON).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_reader_who_goes_is_not_spoken_to_any_more() throws IOException {
        talk = LineTest::talkOn;

        reader().close();

        assertThat(end).succeedsWithin(SOON).isInstanceOf(IOException.class);
    }

    private static void talkOn(Line line) throws IOException {
        while (true) {
            line.write(MUCH);
        }
    }

    private Socket reader() throws IOException {
        Socket reader = new Socket("localhost", tomcat.getConnector().getLocalPort());
        reader.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
        return reader;
    }
}
