package org.houselights.ticketing.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.Browser.field;
import static org.houselights.ticketing.Browser.target;
import static org.houselights.ticketing.Browser.text;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Answer;
import org.houselights.ticketing.Browser;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@TicketingTest
@Import({Browser.class, ScreeningDesk.class, TicketWindow.class})
class OrderPagesTest {

    @Autowired
    private Browser browser;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private TicketWindow window;

    @Autowired
    private MovableClock clock;

    @Test
    void a_pledge_is_altered_and_the_page_says_so() {
        String order = pledge(onSale(60), "Ann", 2, "sandbox-accepted");

        HttpResponse<String> sent = browser.submit(order + "/alter", Map.of("full", "1", "concession", "2"));

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(text(browser.open(target(sent))))
                .contains("Your tickets are changed.", "1 × Full price", "2 × Concession", "$30.00");
    }

    @Test
    void an_alteration_that_cant_be_keeps_what_was_typed() {
        String order = pledge(onSale(60), "Ann", 2, "sandbox-accepted");

        HttpResponse<String> refused = browser.submit(order + "/alter", Map.of("full", "8", "concession", "7"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("must be 1 to 10 tickets in all", "2 × Full price");
        assertThat(field(refused, "concession")).isEqualTo("7");
        assertThat(refused.body())
                .containsPattern("<details class=\"panel\" open=\"open\">\\s*<summary>Change the tickets");
    }

    @Test
    void a_pledge_is_cancelled_after_a_second_thought_without_any_script() {
        ScreeningTold screening = onSale(60);
        String order = pledge(screening, "Ann", 2, "sandbox-accepted");

        assertThat(browser.open(order).body())
                .containsPattern("(?s)<details[^>]*>\\s*<summary>Cancel the order</summary>.*Yes, cancel it");
        HttpResponse<String> after = browser.open(target(browser.submit(order + "/cancel", Map.of())));

        assertThat(text(after))
                .contains("This order is cancelled", "Nothing was charged")
                .doesNotContain("Yes, cancel it");
        assertThat(desk.facts(screening.id()).taken()).isZero();
        assertThat(browser.submit(order + "/cancel", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void whose_card_was_declined_gives_another_and_has_paid() {
        ScreeningTold screening = onSale(3);
        pledge(screening, "Bob", 2, "sandbox-accepted");
        String order = pledge(screening, "Ann", 1, "sandbox-declined-later");
        await().until(() -> text(browser.open(order)).contains("Your card was not charged"));
        HttpResponse<String> page = browser.open(order);
        assertThat(text(page))
                .contains("The bank declined the charge.", "is tried again on", "your seats go to others");

        HttpResponse<String> declined =
                browser.submit(order + "/card", Map.of("key", field(page, "key"), "card", "sandbox-declined-later"));
        HttpResponse<String> paid =
                browser.submit(order + "/card", Map.of("key", field(declined, "key"), "card", "sandbox-accepted"));

        assertThat(declined.statusCode()).isEqualTo(422);
        assertThat(text(declined)).contains("Your bank declined the charge");
        assertThat(text(browser.open(target(paid)))).contains("we have your new card", "Thank you");
        await().until(() -> desk.status(screening.id()) == PresaleStatus.SECURED);
    }

    @Test
    void tickets_are_shown_with_codes_that_a_door_can_read() throws Exception {
        ScreeningTold screening = onSale(2);
        String order = pledge(screening, "Ann", 2, "sandbox-accepted");
        await().until(() -> desk.status(screening.id()) == PresaleStatus.SECURED);
        desk.confirmed(screening);
        await().until(() -> text(browser.open(order)).contains("See you there"));

        HttpResponse<String> page = browser.open(order);

        assertThat(text(page)).contains("Your 2 tickets", "1 of 2", "2 of 2");
        Answer told = window.get("/api" + order, null);
        assertThat(told.body().path("issued").size()).isEqualTo(2);
        var drawings = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"[^>]*><path d=\"([^\"]+)\"")
                .matcher(page.body());
        for (var ticket : told.body().path("issued")) {
            assertThat(drawings.find()).isTrue();
            assertThat(scanned(Integer.parseInt(drawings.group(1)), drawings.group(2)))
                    .isEqualTo(ticket.path("code").asString());
        }
    }

    @Test
    void the_calendar_file_is_the_entry_that_the_mails_bring() {
        String order = pledge(onSale(60), "Ann", 2, "sandbox-accepted");
        String id = window.get("/api" + order, null).text("id");

        HttpResponse<String> file = browser.open(order + "/calendar");
        browser.submit(order + "/cancel", Map.of());
        HttpResponse<String> after = browser.open(order + "/calendar");

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(file.body())
                .contains("UID:%s@localhost".formatted(id), "SEQUENCE:1", "STATUS:TENTATIVE", "SUMMARY:Seoul Train");
        assertThat(after.body()).contains("UID:%s@localhost".formatted(id), "SEQUENCE:2", "STATUS:CANCELLED");
    }

    @Test
    void the_link_is_the_only_key_and_leaves_no_trace() {
        String order = pledge(onSale(60), "Ann", 1, "sandbox-accepted");

        HttpResponse<String> page = browser.open(order);

        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        String forged = order.substring(0, order.length() - 2) + "AA";
        assertThat(browser.open(forged).statusCode()).isEqualTo(404);
        assertThat(text(browser.open(forged))).contains("There is nothing here").doesNotContain("Seoul Train");
        assertThat(browser.open(forged + "/calendar").statusCode()).isEqualTo(404);
        assertThat(browser.submit(forged + "/alter", Map.of("full", "3")).statusCode())
                .isEqualTo(404);
        assertThat(browser.submit(forged + "/cancel", Map.of()).statusCode()).isEqualTo(404);
        assertThat(browser.submit(forged + "/card", Map.of("card", "sandbox-accepted"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_page_about_one_order_tells_of_no_other() {
        ScreeningTold screening = onSale(60);
        String anns = pledge(screening, "Ann", 1, "sandbox-accepted");
        pledge(screening, "Bob", 2, "sandbox-accepted");

        assertThat(browser.open(anns).body()).contains("ann@example.org").doesNotContain("Bob", "bob@");
    }

    private ScreeningTold onSale(int threshold) {
        ScreeningTold screening = ScreeningTold.at(clock.instant()).withThreshold(threshold);
        desk.onSale(screening);
        return screening;
    }

    /** @return the path of the order's page */
    private String pledge(ScreeningTold screening, String name, int seats, String card) {
        String email = name.toLowerCase(Locale.ROOT) + "@example.org";
        Answer answer =
                window.order(screening.id(), TicketWindow.seats(seats, name, email, card), "the-key-of-" + name);
        assertThat(answer.status()).isEqualTo(201);
        return "/orders/" + answer.text("token");
    }

    private static String scanned(int side, String path) throws Exception {
        int scale = 4;
        int[] pixels = new int[side * scale * side * scale];
        Arrays.fill(pixels, 0xFFFFFF);
        var dots = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(path);
        while (dots.find()) {
            int x = Integer.parseInt(dots.group(1)) * scale;
            int y = Integer.parseInt(dots.group(2)) * scale;
            for (int row = y; row < y + scale; row++) {
                Arrays.fill(pixels, row * side * scale + x, row * side * scale + x + scale, 0);
            }
        }
        var picture = new RGBLuminanceSource(side * scale, side * scale, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)), Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
