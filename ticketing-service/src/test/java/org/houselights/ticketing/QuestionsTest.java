package org.houselights.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.houselights.testkit.MovableClock;
import org.houselights.testkit.Questions;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How often each page asks the database, whatever there is to show. */
@TicketingTest
@Import({Browser.class, ScreeningDesk.class, TicketWindow.class})
class QuestionsTest {

    @Autowired
    private Browser browser;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private TicketWindow window;

    @Autowired
    private MovableClock clock;

    private ScreeningTold screening;
    private int buyers;

    @BeforeEach
    void onSale() {
        clock.set(TicketingTestConfiguration.START);
        screening = onSale(60);
        sell();
    }

    @ParameterizedTest(name = "/presales/…{0} asks {1} times")
    @CsvSource({"'', 1", "/progress, 1", "/widget, 1", "/card.png, 1"})
    void a_visitor_asks_for_the_pre_sale_only(String page, int number) {
        questionsOf(browser, path(page)).are(number, this::sell);
    }

    @ParameterizedTest(name = "/presales/…{0} asks {1} times")
    @CsvSource({"/dashboard, 3", "/people, 3", "/people.csv, 2", "/door-list, 2", "/messages, 4"})
    void a_host_asks_for_the_pre_sale_and_once_for_each_list_of_it(String page, int number) {
        questionsOf(browser.of(TicketWindow.host(screening.host())), path(page)).are(number, this::sell);
    }

    @Test
    void a_buyer_asks_for_the_order_its_pre_sale_and_its_tickets() {
        ScreeningTold certain = ScreeningTold.at(clock.instant()).withoutThreshold();
        desk.onSale(certain);
        String one = order(certain, 1);
        String many = order(certain, 6);

        questionsOf(browser, one).are(3, this::sell);
        questionsOf(browser, many).are(3, this::sell);
    }

    @Test
    void a_distributor_asks_for_the_films_and_for_what_they_took() {
        UUID company = UUID.randomUUID();
        Caller distributor =
                new Caller(UUID.randomUUID(), "dana@example.org", "Dana", Set.of(Role.DISTRIBUTOR), company);
        soldBy(company);

        questionsOf(browser.of(distributor), "/box-office").are(2, () -> soldBy(company));
    }

    private void soldBy(UUID company) {
        ScreeningTold told =
                ScreeningTold.at(clock.instant()).withoutThreshold().by(company);
        desk.onSale(told);
        window.sell(told.id(), 2, "Ann");
    }

    private ScreeningTold onSale(int threshold) {
        ScreeningTold told = ScreeningTold.at(clock.instant()).withThreshold(threshold);
        desk.onSale(told);
        return told;
    }

    private void sell() {
        window.sell(screening.id(), 1, "Buyer " + Character.toString('A' + buyers++));
    }

    private String order(ScreeningTold told, int seats) {
        String order = TicketWindow.seats(seats, "Ann", "ann%d@example.org".formatted(seats), "sandbox-accepted");
        return "/orders/"
                + window.order(told.id(), order, "the-key-of-ann-" + seats).text("token");
    }

    private String path(String page) {
        return "/presales/" + screening.id() + page;
    }

    private static Questions questionsOf(Browser browser, String path) {
        return Questions.of(() -> assertThat(browser.open(path).statusCode()).isEqualTo(200));
    }
}
