package org.houselights.ticketing.presale.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Browser;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@TicketingTest
@TestPropertySource(properties = {"houselights.live.heartbeat=300ms", "houselights.live.readers=3"})
@Import({Browser.class, ScreeningDesk.class, TicketWindow.class})
class ProgressPagesTest {

    @Autowired
    private Browser browser;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private TicketWindow window;

    @Autowired
    private MovableClock clock;

    @LocalServerPort
    private int port;

    @Test
    void the_part_tells_how_far_it_is() {
        ScreeningTold screening = onSale(9);

        HttpResponse<String> part = browser.open(path(screening, "progress"));

        assertThat(part.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(Browser.text(part)).contains("9 tickets to go", "100 seats left");
        assertThat(part.body()).contains("<progress class=\"bar\"").doesNotContain("<html", "th:");
    }

    @Test
    void every_reader_is_told_of_a_change_within_a_second_and_in_the_own_language() {
        ScreeningTold screening = onSale(9);
        try (Reader english = new Reader(screening, "en");
                Reader korean = new Reader(screening, "ko")) {
            english.hears("9</b> tickets to go");
            korean.hears("9</b> 장이 더 필요합니다");

            pledge(screening, 2);

            await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> {
                english.hears("7</b> tickets to go");
                korean.hears("7</b> 장이 더 필요합니다");
            });
            await().until(() -> english.lines.stream().anyMatch(line -> line.equals(":")));
        }
    }

    @Test
    void nobody_is_told_anything_without_a_change() {
        ScreeningTold screening = onSale(9);
        try (Reader reader = new Reader(screening, "en")) {
            await().until(() ->
                    reader.lines.stream().filter(line -> line.equals(":")).count() >= 2);

            assertThat(reader.lines)
                    .filteredOn(line -> line.equals("event: progress"))
                    .hasSize(1);
        }
    }

    @Test
    void whoever_comes_when_too_many_watch_is_sent_away() {
        ScreeningTold screening = onSale(9);
        try (Reader one = watching(screening);
                Reader two = watching(screening);
                Reader three = watching(screening)) {
            Stream.of(one, two, three).forEach(reader -> reader.hears("tickets to go"));

            assertThat(browser.open(path(screening, "live")).statusCode()).isEqualTo(503);
        }
        watching(screening).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress", "widget", "card.png"})
    void what_shows_the_progress_is_sent_again_only_after_a_change(String part) {
        ScreeningTold screening = onSale(9);
        String tag =
                browser.open(path(screening, part)).headers().firstValue("ETag").orElseThrow();

        assertThat(browser.open(path(screening, part), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        pledge(screening, 2);
        assertThat(browser.open(path(screening, part), "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_form_is_another_one_each_time() {
        ScreeningTold screening = onSale(9);

        assertThat(browser.open("/presales/" + screening.id()).headers().firstValue("ETag"))
                .isEmpty();
    }

    @Test
    void the_social_image_is_a_picture_of_this_minute() throws IOException {
        ScreeningTold screening = onSale(9);
        byte[] before = browser.load(path(screening, "card.png"), BodyHandlers.ofByteArray())
                .body();
        pledge(screening, 3);

        HttpResponse<byte[]> after = browser.load(path(screening, "card.png"), BodyHandlers.ofByteArray());

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(after.body()));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(1200, 630);
        assertThat(after.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(after.headers().firstValue("Cache-Control")).hasValue("max-age=60, public");
        assertThat(after.body()).isNotEqualTo(before);
    }

    @Test
    void the_widget_may_be_framed_by_anyone_and_no_other_page_by_anybody() {
        ScreeningTold screening = onSale(9);

        HttpResponse<String> widget = browser.open(path(screening, "widget"));

        assertThat(Browser.text(widget)).contains("Seoul Train", "9 tickets to go");
        assertThat(widget.body()).contains("target=\"_blank\"", "/screenings/" + screening.id());
        assertThat(policy(widget)).contains("frame-ancestors *").doesNotContain("'none'; frame-ancestors 'none'");
        assertThat(widget.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(policy(browser.open("/presales/" + screening.id()))).contains("frame-ancestors 'none'");
        assertThat(policy(browser.open(path(screening, "progress")))).contains("frame-ancestors 'none'");
    }

    @Test
    void a_site_shows_the_widget_by_one_script() {
        ScreeningTold screening = onSale(9);

        HttpResponse<String> script = browser.open(path(screening, "widget.js"));

        assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=UTF-8");
        assertThat(script.body())
                .contains("frame.src = 'http://localhost:8080%s'".formatted(path(screening, "widget")));
    }

    @Test
    void there_is_nothing_of_a_screening_without_pre_sale() {
        ScreeningTold unknown = ScreeningTold.at(clock.instant());

        assertThat(Stream.of("progress", "live", "card.png", "widget", "widget.js"))
                .allSatisfy(part -> assertThat(browser.open(path(unknown, part)).statusCode())
                        .isEqualTo(404));
    }

    @Test
    void every_word_is_there_in_every_language() {
        assertThat(ResourceBundle.getBundle("words.ticketing", Locale.KOREAN).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle("words.ticketing", Locale.ROOT).keySet());
    }

    /** Waits for a place to be free, since whoever has left is noticed with the next sign of life. */
    private Reader watching(ScreeningTold screening) {
        return await().until(() -> new Reader(screening, "en"), reader -> reader.status == 200);
    }

    private ScreeningTold onSale(int threshold) {
        ScreeningTold screening = ScreeningTold.at(clock.instant()).withThreshold(threshold);
        desk.onSale(screening);
        return screening;
    }

    private void pledge(ScreeningTold screening, int seats) {
        String order = TicketWindow.seats(seats, "Ann", "ann@example.org", "sandbox-accepted");
        assertThat(window.order(screening.id(), order, "the-key-of-ann").status())
                .isEqualTo(201);
    }

    private static String path(ScreeningTold screening, String part) {
        return "/presales/%s/%s".formatted(screening.id(), part);
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    /** Somebody whose page is open. */
    private final class Reader implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final int status;

        Reader(ScreeningTold screening, String language) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:%d%s".formatted(port, path(screening, "live"))))
                    .header("Accept", "text/event-stream")
                    .header("Accept-Language", language)
                    .build();
            var answer = client.sendAsync(request, BodyHandlers.ofLines()).join();
            status = answer.statusCode();
            Thread.startVirtualThread(() -> {
                try {
                    answer.body().forEach(lines::add);
                } catch (UncheckedIOException closed) {
                    lines.add("closed");
                }
            });
        }

        void hears(String words) {
            await().untilAsserted(() -> assertThat(String.join("\n", lines)).contains(words));
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
