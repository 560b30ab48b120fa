package org.houselights.ticketing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.ticketing.Browser.text;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Browser;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.TicketingTestConfiguration;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@TicketingTest
@Import({Browser.class, ScreeningDesk.class, TicketWindow.class})
class DashboardPagesTest {

    @Autowired
    private Browser browser;

    @Autowired
    private TicketWindow window;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    private ScreeningTold screening;
    private Caller host;

    @BeforeEach
    void onSale() {
        clock.set(TicketingTestConfiguration.START);
        screening = ScreeningTold.at(clock.instant());
        host = TicketWindow.host(screening.host());
        desk.onSale(screening);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard", "people", "people.csv", "door-list", "poster.pdf", "messages"})
    void a_campaign_is_open_to_its_host_and_to_operators_and_unknown_to_others(String page) {
        assertThat(open(page, host).statusCode()).isEqualTo(200);
        assertThat(open(page, TicketWindow.operator()).statusCode()).isEqualTo(200);
        assertThat(open(page, TicketWindow.host(UUID.randomUUID())).statusCode())
                .isEqualTo(404);
        assertThat(browser.open(path(page)).statusCode()).isEqualTo(302);
    }

    @Test
    void a_host_sees_how_far_it_is_and_what_would_help() {
        String page = text(open("dashboard", host));

        assertThat(page)
                .contains("$0.00 pledged of $720.00", "60 full tickets to go", "33 days left", "0 / 100 seats taken")
                .contains("About even")
                .contains("Nobody has pledged yet.");
    }

    @Test
    void what_comes_in_moves_the_curve_the_chance_and_the_milestones() {
        window.sell(screening.id(), 10, "Ann");
        clock.advance(Duration.ofDays(2));
        window.sell(screening.id(), 6, "Bob");
        clock.advance(Duration.ofDays(1));

        HttpResponse<String> page = open("dashboard", host);

        assertThat(text(page))
                .contains("$192.00 pledged of $720.00", "44 full tickets to go", "Likely")
                .contains("25 % Wed, Sep 9, 9:00 AM", "50 % still to come")
                .contains("Mon, Sep 7 $120.00 $120.00", "Tue, Sep 8 $0.00 $120.00", "Wed, Sep 9 $72.00 $192.00");
        assertThat(page.body()).contains("class=\"line\" points=\"12.0,246.0 ", "class=\"need\"");
    }

    @Test
    void a_screening_without_a_threshold_has_a_curve_and_no_forecast() {
        ScreeningTold certain = ScreeningTold.at(clock.instant()).withoutThreshold();
        desk.onSale(certain);

        HttpResponse<String> page =
                browser.of(TicketWindow.host(certain.host())).open("/presales/%s/dashboard".formatted(certain.id()));

        assertThat(text(page)).contains("It takes place").doesNotContain("Likely", "Milestones", "About even");
        assertThat(page.body()).contains("class=\"line\"").doesNotContain("class=\"need\"");
    }

    @Test
    void what_a_host_shares_says_whether_it_is_certain_and_nothing_once_it_is_off() {
        assertThat(text(open("dashboard", host))).contains("if enough of us want it", "only if enough people join");

        ScreeningTold certain = ScreeningTold.at(clock.instant()).withoutThreshold();
        desk.onSale(certain);
        Browser hostOfCertain = browser.of(TicketWindow.host(certain.host()));
        String sold = text(hostOfCertain.open("/presales/%s/dashboard".formatted(certain.id())));
        desk.cancelled(certain);
        String off = text(hostOfCertain.open("/presales/%s/dashboard".formatted(certain.id())));

        assertThat(sold).contains("Share it", "get your ticket here").doesNotContain("enough");
        assertThat(off).doesNotContain("Share it", "Poster");
    }

    @Test
    void the_page_speaks_korean() {
        HttpResponse<String> page = browser.of(host).open(path("dashboard"), "Accept-Language", "ko");

        assertThat(text(page)).contains("목표에 이를까요?", "아직 아무도 예매하지 않았습니다.").doesNotContain("??");
    }

    @Test
    void a_host_reads_names_and_numbers_and_no_address() {
        window.sell(screening.id(), 2, "Ann");
        window.sell(screening.id(), 1, "Bob");

        String all = open("people", host).body();
        String found = text(open("people?name=bO", host));

        assertThat(all).contains("Ann", "Bob", "pledged").doesNotContain("example.org", "ann@");
        assertThat(found).contains("Bob").doesNotContain("Ann");
        assertThat(text(open("people?name=Zoe", host))).contains("Nobody here is called “Zoe”.");
    }

    @Test
    void the_table_of_people_holds_no_formula_and_no_address() {
        window.sell(screening.id(), 2, "=HYPERLINK(1)");

        HttpResponse<String> table = open("people.csv", host);

        assertThat(table.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(table.body())
                .contains("\"'=HYPERLINK(1)\",2,\"pledged\",24.00,\"USD\",\"2026-09-07T09:00\"")
                .doesNotContain("@");
    }

    @Test
    void the_poster_is_one_sheet_whose_code_leads_to_the_page_of_the_screening() throws Exception {
        HttpResponse<byte[]> poster = browser.of(host).load(path("poster.pdf"), BodyHandlers.ofByteArray());

        try (PDDocument sheet = Loader.loadPDF(poster.body())) {
            assertThat(sheet.getNumberOfPages()).isOne();
            assertThat(sheet.getDocumentInformation().getTitle()).isEqualTo("Seoul Train");
            assertThat(codeOn(new PDFRenderer(sheet).renderImageWithDPI(0, 300)))
                    .endsWith("/screenings/" + screening.id());
        }
    }

    /**
     * What the code in the lower right of the sheet says, read dot by dot: a search for a code in a picture, as a camera makes it, misses
     * one link in a hundred and needs another look.
     */
    private static String codeOn(BufferedImage sheet) throws Exception {
        int width = sheet.getWidth() / 2;
        int height = sheet.getHeight() * 3 / 10;
        int[] dots = sheet.getRGB(width, sheet.getHeight() * 58 / 100, width, height, null, 0, width);
        var code = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)));
        return new QRCodeReader()
                .decode(code, Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    private HttpResponse<String> open(String page, Caller caller) {
        return browser.of(caller).open(path(page));
    }

    private String path(String page) {
        return "/presales/%s/%s".formatted(screening.id(), page);
    }
}
