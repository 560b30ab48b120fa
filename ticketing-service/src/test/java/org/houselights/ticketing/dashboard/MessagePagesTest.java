package org.houselights.ticketing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.ticketing.Browser.field;
import static org.houselights.ticketing.Browser.text;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Browser;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TicketingTest
@Import({Browser.class, ScreeningDesk.class, TicketWindow.class})
class MessagePagesTest {

    @Autowired
    private Browser browser;

    @Autowired
    private TicketWindow window;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private ScreeningTold screening;
    private Caller host;

    @BeforeEach
    void onSale() {
        screening = ScreeningTold.at(clock.instant());
        host = TicketWindow.host(screening.host());
        desk.onSale(screening);
    }

    @Test
    void a_message_is_told_once_for_each_order_and_kept() {
        window.sell(screening.id(), 2, "Ann");
        window.sell(screening.id(), 2, "Bob");
        Map<String, String> form = form("The director comes", "Doors open\r\nat seven.", "");

        assertThat(submit("messages", form, host).statusCode()).isEqualTo(302);
        submit("messages", form, host);

        assertThat(told()).hasSize(2).allSatisfy(body -> {
            assertThat(body.path("message").path("subject").asString()).isEqualTo("The director comes");
            assertThat(body.path("message").path("text").asString()).isEqualTo("Doors open\nat seven.");
            assertThat(body.path("message").path("replyTo").isNull()).isTrue();
        });
        assertThat(told().stream().map(body -> body.path("order").path("name").asString()))
                .containsExactlyInAnyOrder("Ann", "Bob");
        assertThat(text(open())).contains("The director comes", "to 2 orders");
    }

    @Test
    void a_preview_shows_it_escaped_and_sends_nothing() {
        window.sell(screening.id(), 2, "Ann");

        HttpResponse<String> preview =
                submit("messages/preview", form("Hello", "<b>Come</b>", "hana@example.org"), host);

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains("&lt;b&gt;Come&lt;/b&gt;", "Answers go to hana@example.org", "Send to one person")
                .doesNotContain("<b>Come</b>");
        assertThat(told()).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_and_nothing_typed_is_lost() {
        window.sell(screening.id(), 2, "Ann");

        HttpResponse<String> again = submit("messages", form("", "Still here", "nobody"), host);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(text(again)).contains("must not be blank", "must be a mail address", "Still here");
        assertThat(told()).isEmpty();
    }

    @Test
    void a_host_writes_three_times_a_day_and_again_tomorrow() {
        window.sell(screening.id(), 2, "Ann");
        for (int i = 1; i <= 3; i++) {
            assertThat(submit("messages", form("Number " + i, "Hello", ""), host)
                            .statusCode())
                    .isEqualTo(302);
        }

        assertThat(submit("messages", form("Number 4", "Hello", ""), host).statusCode())
                .isEqualTo(429);
        clock.advance(Duration.ofHours(25));
        assertThat(submit("messages", form("Number 4", "Hello", ""), host).statusCode())
                .isEqualTo(302);
        assertThat(told()).hasSize(4);
    }

    @Test
    void nobody_is_written_to_where_nobody_is_and_nobody_else_writes() {
        assertThat(submit("messages", form("Hello", "Hello", ""), host).statusCode())
                .isEqualTo(409);
        window.sell(screening.id(), 2, "Ann");
        assertThat(submit("messages", form("Hello", "Hello", ""), TicketWindow.host(UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
        Map<String, String> toTicketed = new HashMap<>(form("Hello", "Hello", ""));
        toTicketed.put("audience", "TICKETED");
        assertThat(submit("messages", toTicketed, host).statusCode()).isEqualTo(409);
        assertThat(told()).isEmpty();
    }

    private Map<String, String> form(String subject, String text, String replyTo) {
        return Map.of(
                "key",
                field(open(), "key"),
                "audience",
                "PLEDGED",
                "subject",
                subject,
                "text",
                text,
                "replyTo",
                replyTo);
    }

    private HttpResponse<String> open() {
        return browser.of(host).open(path("messages"));
    }

    private HttpResponse<String> submit(String page, Map<String, String> form, Caller caller) {
        return browser.of(caller).submit(path(page), form);
    }

    private List<JsonNode> told() {
        return jdbc
                .sql("select body from outbox where key = ? and type = 'org.houselights.OrderMessaged' order by id")
                .param(screening.id().toString())
                .query(String.class)
                .list()
                .stream()
                .map(body -> JsonMapper.shared().readTree(body))
                .toList();
    }

    private String path(String page) {
        return "/presales/%s/%s".formatted(screening.id(), page);
    }
}
