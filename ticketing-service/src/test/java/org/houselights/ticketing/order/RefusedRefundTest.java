package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.order.BoxOffice.DECLINED_LATER;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Browser;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.Caller;
import org.houselights.web.access.Badges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator does about money that the provider won't give back. */
@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class, TicketWindow.class, Browser.class})
class RefusedRefundTest {

    private static final String PAGE = "/operations/ticketing";

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TicketWindow window;

    @Autowired
    private Browser browser;

    @Autowired
    private Badges badges;

    private final Caller olga = TicketWindow.operator();
    private ScreeningTold screening = ScreeningTold.at(Instant.EPOCH);
    private UUID order = new UUID(0, 0);

    @BeforeEach
    void theProviderRefusesARefund() {
        screening = ScreeningTold.at(clock.instant()).withThreshold(5);
        desk.onSale(screening);
        order = counter.order(screening, "Payer", 5, GOOD_CARD);
        await().untilAsserted(() -> assertThat(counter.status(order)).isEqualTo(OrderStatus.PAID));
        jdbc.sql("update sandbox_charge set refunded = minor_units where order_id = ?")
                .param(order)
                .update();
        desk.cancelled(screening);
        await().untilAsserted(() -> assertThat(outcome()).isEqualTo("REFUSED"));
    }

    @Test
    void it_is_shown_with_the_providers_reason() {
        HttpResponse<String> page = open(PAGE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.text(page))
                .contains(
                        "Payer, $60.00", "There is no charge with so much left to give back.", "Try the refund again");
        assertThat(window.get("/api/operations/ticketing/refunds/refused", olga)
                        .body()
                        .toString())
                .contains(order.toString())
                .doesNotContain("@");
    }

    @Test
    void tried_again_once_the_cause_is_mended_it_is_given_under_a_new_key() {
        jdbc.sql("update sandbox_charge set refunded = 0 where order_id = ?")
                .param(order)
                .update();

        assertThat(Browser.target(submit("/refunds/%s/retry".formatted(order), Map.of())))
                .isEqualTo(PAGE + "?done=RETRIED");

        await().untilAsserted(() -> assertThat(counter.status(order)).isEqualTo(OrderStatus.REFUNDED));
        assertThat(counter.moneyKept(screening)).isZero();
        assertThat(jdbc.sql("select idempotency_key from refund where order_id = ?")
                        .param(order)
                        .query(String.class)
                        .single())
                .isEqualTo("refund-%s-2".formatted(order));
        counter.compareLedgers(screening);
    }

    @Test
    void tried_again_too_early_it_is_refused_again() {
        submit("/refunds/%s/retry".formatted(order), Map.of());

        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select attempt from refund where order_id = ? and outcome = 'REFUSED'")
                                .param(order)
                                .query(Integer.class)
                                .optional())
                .hasValue(2));
        assertThat(counter.status(order)).isEqualTo(OrderStatus.REFUNDING);
    }

    @Test
    void settled_by_hand_it_is_done_and_tells_who_did_it_and_how() {
        assertThat(Browser.target(submit("/refunds/%s/settle".formatted(order), Map.of("note", "Bank transfer 4711"))))
                .isEqualTo(PAGE + "?done=SETTLED");

        assertThat(counter.status(order)).isEqualTo(OrderStatus.REFUNDED);
        assertThat(counter.events(screening)).endsWith("OrderRefunded");
        assertThat(Browser.text(open(PAGE + "?done=SETTLED")))
                .contains("It is recorded that the money was given back by hand", "Bank transfer 4711", "Olga, ");
        counter.audit(screening);
    }

    @Test
    void it_is_settled_once() {
        submit("/refunds/%s/settle".formatted(order), Map.of("note", "Bank transfer 4711"));

        assertThat(Browser.target(submit("/refunds/%s/settle".formatted(order), Map.of("note", "Cash"))))
                .isEqualTo(PAGE + "?done=GONE");
        assertThat(Browser.target(submit("/refunds/%s/retry".formatted(order), Map.of())))
                .isEqualTo(PAGE + "?done=GONE");
        assertThat(counter.events(screening)).containsOnlyOnce("OrderRefunded");
    }

    @Test
    void nothing_is_settled_without_saying_how() {
        assertThat(Browser.target(submit("/refunds/%s/settle".formatted(order), Map.of("note", " "))))
                .isEqualTo(PAGE + "?done=NOTE_MISSING");
        assertThat(outcome()).isEqualTo("REFUSED");
    }

    @Test
    void a_refund_that_may_still_succeed_is_not_settled_by_hand() {
        jdbc.sql("update refund set outcome = 'DUE', due_at = ? where order_id = ?")
                .params(Timestamp.from(clock.instant().plus(Duration.ofDays(1))), order)
                .update();

        submit("/refunds/%s/settle".formatted(order), Map.of("note", "Bank transfer"));

        assertThat(outcome()).isEqualTo("DUE");
        assertThat(counter.status(order)).isEqualTo(OrderStatus.REFUNDING);
    }

    @Test
    void a_card_that_failed_is_shown_with_what_happens_next() {
        ScreeningTold other = ScreeningTold.at(clock.instant()).withThreshold(2);
        desk.onSale(other);
        UUID failing = counter.order(other, "Bob", 2, DECLINED_LATER);
        await().untilAsserted(() -> assertThat(counter.status(failing)).isEqualTo(OrderStatus.PAYMENT_FAILED));

        assertThat(open(PAGE).body()).contains("Bob", "Next attempt", "/deliveries/" + other.id() + "?to=Bob");
    }

    @Test
    void no_other_site_settles_in_the_operators_name() {
        String cookie = "houselights=" + badges.bearer(olga).substring("Bearer ".length());

        assertThat(browser.submit(PAGE + "/refunds/%s/settle".formatted(order), Map.of("note", "x"), "Cookie", cookie)
                        .statusCode())
                .isEqualTo(403);
        assertThat(outcome()).isEqualTo("REFUSED");
    }

    @Test
    void it_is_there_in_korean() {
        assertThat(open(PAGE, "Accept-Language", "ko").body())
                .contains("환불 다시 시도")
                .doesNotContain("??");
        assertThat(ResourceBundle.getBundle("words.ticketing", Locale.KOREAN).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle("words.ticketing", Locale.ROOT).keySet());
    }

    private String outcome() {
        return jdbc.sql("select outcome from refund where order_id = ?")
                .param(order)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    private HttpResponse<String> open(String path, String... headers) {
        return browser.of(olga).open(path, headers);
    }

    private HttpResponse<String> submit(String form, Map<String, String> fields) {
        return browser.of(olga).submit(PAGE + form, fields);
    }
}
