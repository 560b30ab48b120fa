package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.ticketing.Browser.field;
import static org.houselights.ticketing.TicketWindow.seats;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Answer;
import org.houselights.ticketing.Browser;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.order.OrderEntrance.Visit;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** More people order tickets for one screening than can be served at once. */
@TicketingTest
@Import({TicketWindow.class, Browser.class, ScreeningDesk.class})
class OverloadTest {

    private static final String ANN = seats(1, "Ann", "ann@example.org", "sandbox-accepted");

    @Autowired
    private OrderEntrance entrance;

    @Autowired
    private OrderSettings settings;

    @Autowired
    private TicketWindow window;

    @Autowired
    private Browser browser;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    private ScreeningTold crowded;
    private List<Visit> inside;

    @BeforeEach
    void a_crowd_comes_in() {
        crowded = onSale();
        inside = Stream.generate(() -> entrance.enter(crowded.id()))
                .limit(settings.atOnce())
                .toList();
    }

    @AfterEach
    void it_leaves() {
        inside.forEach(Visit::close);
    }

    @Test
    void whoever_comes_then_is_turned_away_unread_and_told_when_to_come_back() {
        Answer late = window.order(crowded.id(), "{ is not even read", "key-of-a-late-one");

        assertThat(late.status()).isEqualTo(429);
        assertThat(late.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween("3", "5"));
        assertThat(late.text("detail")).startsWith("Very many people want tickets");
    }

    @Test
    void a_page_keeps_what_was_typed() {
        HttpResponse<String> page = browser.open("/presales/" + crowded.id());

        HttpResponse<String> late = browser.submit(
                "/presales/" + crowded.id(),
                Map.of(
                        "key", field(page, "key"),
                        "charged", field(page, "charged"),
                        "full", "2",
                        "name", "Ann Example",
                        "email", "ann@example.org",
                        "card", "sandbox-accepted"));

        assertThat(late.statusCode()).isEqualTo(429);
        assertThat(late.body()).contains("Very many people want tickets");
        assertThat(field(late, "name")).isEqualTo("Ann Example");
    }

    @Test
    void buyers_of_another_screening_are_served() {
        assertThat(window.order(onSale().id(), ANN, "key-of-ann-elsewhere").status())
                .isEqualTo(201);
    }

    @Test
    void places_are_free_again_after_orders_that_were_served_and_orders_that_were_refused() {
        inside.forEach(Visit::close);
        inside = List.of();
        ScreeningTold calm = onSale();
        for (int i = 0; i < 3; i++) {
            assertThat(window.order(calm.id(), "{ is read now", "key-of-a-hurried-one")
                            .problem())
                    .isEqualTo("unreadable-body");
        }
        assertThat(window.order(calm.id(), ANN, "key-of-a-calm-one").status()).isEqualTo(201);

        inside = Stream.generate(() -> entrance.enter(calm.id()))
                .limit(settings.atOnce())
                .toList();
        assertThat(inside).hasSize(settings.atOnce());
    }

    private ScreeningTold onSale() {
        ScreeningTold screening = ScreeningTold.at(clock.instant());
        desk.onSale(screening);
        return screening;
    }
}
