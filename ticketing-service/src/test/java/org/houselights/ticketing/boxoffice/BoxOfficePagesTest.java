package org.houselights.ticketing.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.Browser.text;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Browser;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.TicketingTestConfiguration;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@TicketingTest
@Import({Browser.class, ScreeningDesk.class, TicketWindow.class})
class BoxOfficePagesTest {

    @Autowired
    private Browser browser;

    @Autowired
    private TicketWindow window;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    private final UUID company = UUID.randomUUID();

    @BeforeEach
    void inSeptember() {
        clock.set(TicketingTestConfiguration.START);
    }

    @Test
    void charges_add_up_by_month_and_refunds_are_taken_off() {
        window.sell(onSale(aScreening()).id(), 2, "Ann");
        ScreeningTold calledOff = onSale(aScreening());
        window.sell(calledOff.id(), 3, "Bob");
        clock.advance(Duration.ofDays(30));
        window.sell(onSale(aScreening()).id(), 1, "Cleo");

        assertThat(text(open("/box-office"))).contains("$72.00 Kept", "$0.00 Refunded", "6 Tickets");

        desk.cancelled(calledOff);
        await().untilAsserted(() -> assertThat(text(open("/box-office")))
                .contains("$36.00 Kept", "$36.00 Refunded", "3 Tickets")
                .contains("October 2026 Seoul Train United States 1 $12.00 $0.00 $12.00")
                .contains("September 2026 Seoul Train United States 0 $36.00 $36.00 $0.00")
                .contains("In all 3 $72.00 $36.00 $36.00"));
        assertThat(open("/box-office").body()).contains("<rect class=\"block\"");
    }

    @Test
    void nobody_sees_what_another_company_takes() {
        window.sell(onSale(aScreening()).id(), 2, "Ann");

        Caller other = distributor(UUID.randomUUID());

        assertThat(text(open("/box-office", other)))
                .contains("Nothing has been taken here yet.")
                .doesNotContain("Seoul");
        assertThat(open("/box-office/takings.csv", other).body()).doesNotContain("Seoul");
        assertThat(open("/box-office", TicketWindow.host(UUID.randomUUID())).statusCode())
                .isEqualTo(403);
    }

    @Test
    void currencies_are_told_apart_and_never_added() {
        window.sell(onSale(aScreening()).id(), 1, "Ann");
        window.sell(onSale(aScreening().costing(15_000, "KRW")).id(), 2, "Bora");

        assertThat(text(open("/box-office"))).contains("In KRW ₩30,000 Kept", "In USD $12.00 Kept");
    }

    @Test
    void one_film_or_one_period_can_be_picked() {
        ScreeningTold early = onSale(aScreening());
        window.sell(early.id(), 1, "Ann");
        clock.advance(Duration.ofDays(30));
        window.sell(onSale(aScreening()).id(), 2, "Bob");

        assertThat(text(open("/box-office?film=" + early.film()))).contains("$12.00 Kept");
        assertThat(text(open("/box-office?film=&from=2026-10-01&to="))).contains("$24.00 Kept");
        assertThat(text(open("/box-office?to=2026-09-30"))).contains("$12.00 Kept");
    }

    @Test
    void the_table_can_be_taken_along() {
        window.sell(onSale(aScreening()).id(), 2, "Ann");

        HttpResponse<String> table = open("/box-office/takings.csv");

        assertThat(table.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"takings.csv\"");
        assertThat(table.body()).contains("\"2026-09\",\"Seoul Train\",\"United States\",2,\"USD\",24.00,0.00,24.00");
    }

    @Test
    void the_page_speaks_korean() {
        HttpResponse<String> page = browser.of(distributor(company)).open("/box-office", "Accept-Language", "ko");

        assertThat(text(page)).contains("박스오피스").doesNotContain("??");
    }

    private ScreeningTold aScreening() {
        return ScreeningTold.at(clock.instant()).by(company).withoutThreshold();
    }

    private ScreeningTold onSale(ScreeningTold screening) {
        desk.onSale(screening);
        return screening;
    }

    private HttpResponse<String> open(String path) {
        return open(path, distributor(company));
    }

    private HttpResponse<String> open(String path, Caller caller) {
        return browser.of(caller).open(path);
    }

    private static Caller distributor(UUID company) {
        return new Caller(UUID.randomUUID(), "dana@example.org", "Dana", Set.of(Role.DISTRIBUTOR), company);
    }
}
