package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Answer;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class, TicketWindow.class})
@ExtendWith(OutputCaptureExtension.class)
class DiscretionTest {

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private TicketWindow window;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_log_of_a_whole_story_names_nobody_and_opens_nothing(CapturedOutput log) {
        ScreeningTold screening = ScreeningTold.at(clock.instant()).withThreshold(4);
        desk.onSale(screening);
        Answer zebulon = order(screening, "Zebulon", 2, GOOD_CARD);
        Answer quintilla = order(screening, "Quintilla", 3, "sandbox-declined-later");
        String order = "/api/orders/" + quintilla.text("token");
        await().until(() -> window.get(order, null).text("status").equals("PAYMENT_FAILED"));
        order(screening, "Zebulon", 1, GOOD_CARD);
        order(screening, "Hezekiah", 1, "sandbox-declined");
        order(screening, "Hezekiah", 1, "sandbox-declined-later");
        order(screening, "Hezekiah", 200, GOOD_CARD);
        window.order(
                screening.id(), "{\"name\":\"Hezekiah\",\"email\":\"hezekiah@example.org\",", "the key of Hezekiah");
        window.get(order + "x", null);
        window.post(order + "/alter", "{\"tickets\":[{\"type\":\"FULL\",\"quantity\":2}]}", null);
        window.post(order + "/card", "{\"card\":\"sandbox-unreachable\"}", "another-card");
        await().until(() -> desk.status(screening.id()) == PresaleStatus.SECURED);
        desk.confirmed(screening);
        await().until(() -> counter.ordersThatAre(screening, OrderStatus.TICKETED) == 2);
        List<String> secrets = secrets(screening, zebulon, quintilla);
        desk.cancelled(screening);
        await().until(() -> counter.ordersThatAre(screening, OrderStatus.REFUNDED) == 2);
        clock.advance(Duration.ofDays(50));
        counter.goRound();
        LoggerFactory.getLogger(DiscretionTest.class).info("The story has ended");

        assertThat(log).contains("The story has ended");
        assertThat(secrets)
                .hasSizeGreaterThan(15)
                .allSatisfy(secret -> assertThat(log.getAll().toLowerCase(Locale.ROOT))
                        .doesNotContain(secret.toLowerCase(Locale.ROOT)));
    }

    @Test
    void an_order_tells_its_buyer_of_the_show_and_nobody_elses_mail_address() {
        ScreeningTold screening = ScreeningTold.at(clock.instant()).withThreshold(4);
        desk.onSale(screening);

        Answer placed = order(screening, "Ann", 1, GOOD_CARD);
        Answer shown = window.get("/api/orders/" + placed.text("token"), null);

        assertThat(List.of(placed, shown)).allSatisfy(answer -> {
            assertThat(answer.body().at("/show/film/title").asString()).isEqualTo("Seoul Train");
            assertThat(answer.body().at("/show/venue/city").asString()).isEqualTo("Rochester");
            assertThat(answer.body().toString()).containsOnlyOnce("@").contains("ann@example.org");
        });
    }

    private Answer order(ScreeningTold screening, String name, int seats, String card) {
        String body = TicketWindow.seats(seats, name + " Quill", name + "@example.org", card);
        return window.order(screening.id(), body, "the-key-of-%s-for-%d-by-%s".formatted(name, seats, card));
    }

    /** Names, addresses, links, codes and cards of everybody in the story. */
    private List<String> secrets(ScreeningTold screening, Answer... orders) {
        List<String> secrets =
                new ArrayList<>(List.of("Zebulon", "Quintilla", "Hezekiah", "Quill", "hana@example.org", "Hana Host"));
        for (Answer order : orders) {
            String token = order.text("token");
            secrets.add(token);
            secrets.add("/orders/" + token.substring(0, 22));
            window.get("/api/orders/" + token, null)
                    .body()
                    .path("issued")
                    .forEach(ticket -> secrets.add(ticket.path("code").asString()));
        }
        secrets.addAll(
                jdbc.sql("""
                        select email_hash from orders where screening_id = :id
                        union select c.card from charge c join orders o on o.id = c.order_id where o.screening_id = :id
                        union select card from orders where screening_id = :id and card is not null""").param("id", screening.id()).query(String.class).list());
        return secrets;
    }
}
