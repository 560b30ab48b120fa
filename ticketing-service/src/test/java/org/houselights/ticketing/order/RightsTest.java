package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.ticketing.TicketWindow.seats;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.util.List;
import java.util.UUID;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Answer;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.access.Badges;
import org.houselights.web.access.EndpointRights;
import org.houselights.web.access.EndpointWalk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class, TicketWindow.class})
class RightsTest {

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private TicketWindow window;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EndpointRights rights;

    @Autowired
    private Badges badges;

    @LocalServerPort
    private int port;

    @Test
    void every_endpoint_is_open_to_those_it_names_and_nobody_else() {
        assertThat(new EndpointWalk(rights, badges, port).wrongAnswers()).isEmpty();
    }

    @Test
    void a_link_opens_the_order_it_was_made_for_and_no_other() {
        ScreeningTold screening = onSale();
        Answer ann = window.order(screening.id(), seats(1, "Ann", "ann@example.org", GOOD_CARD), "anns-own-key");
        Answer bob = window.order(screening.id(), seats(2, "Bob", "bob@example.org", GOOD_CARD), "bobs-own-key");
        String annsToken = ann.text("token");
        String bobsToken = bob.text("token");

        assertThat(window.get("/api/orders/" + annsToken, null).text("name")).isEqualTo("Ann");
        assertThat(window.get("/api/orders/" + bobsToken, null).text("name")).isEqualTo("Bob");
        for (String forged : List.of(
                annsToken.substring(0, 22) + bobsToken.substring(22),
                flipped(annsToken, 10),
                flipped(annsToken, 42),
                annsToken + "A",
                annsToken.substring(1),
                ann.text("id"),
                UUID.randomUUID().toString(),
                "%00",
                "A".repeat(43))) {
            everythingIs404(forged);
        }
        assertThat(counter.ordersThatAre(screening, OrderStatus.PLEDGED)).isEqualTo(2);
    }

    private void everythingIs404(String token) {
        String order = "/api/orders/" + token;
        List<Answer> answers = List.of(
                window.get(order, null),
                window.get(order, TicketWindow.operator()),
                window.post(order + "/cancel", "", null),
                window.post(order + "/alter", "{\"tickets\":[{\"type\":\"FULL\",\"quantity\":3}]}", null),
                window.post(order + "/card", "{\"card\":\"sandbox-accepted\"}", "somebody-elses"));
        assertThat(answers)
                .as(token)
                .allSatisfy(answer -> assertThat(answer.status()).isIn(404, token.equals("%00") ? 400 : 404));
    }

    @Test
    void who_is_coming_is_told_to_the_host_and_to_operators() {
        ScreeningTold screening = onSale();
        counter.order(screening, "Ann", 2, GOOD_CARD);
        String people = "/api/presales/%s/orders".formatted(screening.id());

        assertThat(window.get(people, null).status()).isEqualTo(401);
        assertThat(window.get(people, TicketWindow.host(UUID.randomUUID())).status())
                .isEqualTo(404);
        Answer told = window.get(people, TicketWindow.host(screening.host()));
        assertThat(told.body().path("total").asInt()).isOne();
        assertThat(told.body().toString()).contains("Ann").doesNotContain("@", "token", "card");
        assertThat(window.get(people, TicketWindow.operator()).status()).isEqualTo(200);
    }

    @Test
    void what_everyone_may_see_of_a_pre_sale_names_nobody() {
        ScreeningTold screening = onSale();
        counter.order(screening, "Ann", 2, GOOD_CARD);

        Answer presale = window.get("/api/presales/" + screening.id(), null);

        assertThat(presale.body().path("taken").asInt()).isEqualTo(2);
        assertThat(presale.body().toString()).doesNotContain("Ann", "@", "hana", "Hana");
    }

    private ScreeningTold onSale() {
        ScreeningTold screening = ScreeningTold.at(clock.instant());
        desk.onSale(screening);
        return screening;
    }

    private static String flipped(String token, int position) {
        char other = token.charAt(position) == 'A' ? 'B' : 'A';
        return token.substring(0, position) + other + token.substring(position + 1);
    }
}
