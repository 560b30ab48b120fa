package org.houselights.ticketing.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.ticketing.Browser.field;
import static org.houselights.ticketing.Browser.target;
import static org.houselights.ticketing.Browser.text;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Browser;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.TicketingTestConfiguration;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@TicketingTest
@Import({Browser.class, ScreeningDesk.class, TicketWindow.class})
class PledgePagesTest {

    @Autowired
    private Browser browser;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private TicketWindow window;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(TicketingTestConfiguration.START);
    }

    @Test
    void the_page_says_what_is_to_go_what_it_costs_and_that_nothing_is_charged() {
        ScreeningTold screening = onSale(screening().withThreshold(9));

        HttpResponse<String> page = browser.open(path(screening));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .contains(
                        "Seoul Train",
                        "Saturday, October 17, 2026, 9:00 AM Eastern Daylight Time",
                        "The Lantern, 12 Main Street, Rochester",
                        "9 tickets to go",
                        "$0.00 of $108.00 pledged",
                        "by Saturday, October 10, 2026, 9:00 AM",
                        "Full price $12.00",
                        "Concession $9.00",
                        "from $5.00, you choose",
                        "Companion free",
                        "These are test cards",
                        "Nothing is charged now.");
        assertThat(page.body())
                .contains(
                        "property=\"og:image\" content=\"http://localhost:8080%s/card.png\"".formatted(path(screening)),
                        "hx-select=\"#total\"")
                .doesNotContainPattern("<script(?! src)|<style| style=| on[a-z]+=");
    }

    @Test
    void a_pledge_is_made_by_the_form_alone_and_ends_on_its_own_page() {
        ScreeningTold screening = onSale(screening());
        HttpResponse<String> page = browser.open(path(screening));

        HttpResponse<String> sent = browser.submit(path(screening), form(page, Map.of("full", "2", "concession", "1")));

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(target(sent)).matches("/orders/[\\w-]{43}");
        assertThat(text(browser.open(target(sent))))
                .contains("You're in, and nothing is charged", "2 × Full price", "1 × Concession", "Together $33.00");
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(3);
    }

    @Test
    void sending_the_form_twice_or_at_the_same_time_pledges_once() {
        ScreeningTold screening = onSale(screening());
        Map<String, String> form = form(browser.open(path(screening)), Map.of("full", "2", "card", "sandbox-slow"));

        List<String> ends;
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            ends = List.of(1, 2, 3).stream()
                    .map(click ->
                            CompletableFuture.supplyAsync(() -> target(browser.submit(path(screening), form)), clicks))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(ends).containsOnly(target(browser.submit(path(screening), form)));
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(2);
    }

    @Test
    void the_form_sent_again_with_something_else_in_it_leads_to_the_order_that_it_placed() {
        ScreeningTold screening = onSale(screening());
        HttpResponse<String> page = browser.open(path(screening));
        Map<String, String> form = form(page, Map.of("full", "2"));
        String order = target(browser.submit(path(screening), form));
        form.put("full", "5");

        HttpResponse<String> again = browser.submit(path(screening), form);

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(page.body()).contains("action=\"%s?send=\"".formatted(path(screening)));
        assertThat(target(again)).isEqualTo(order + "?done=BEFORE");
        assertThat(text(browser.open(target(again)))).contains("You had ordered already.", "2 × Full price");
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(2);
    }

    @Test
    void whoever_knows_the_address_of_a_buyer_and_not_the_key_of_the_form_is_not_led_to_the_order() {
        ScreeningTold screening = onSale(screening());
        Map<String, String> form = form(browser.open(path(screening)), Map.of());
        browser.submit(path(screening), form);
        window.order(screening.id(), TicketWindow.seats(1, "Bob", "bob@example.org", "sandbox-accepted"), "guess-me");

        HttpResponse<String> ofAnn = browser.submit(
                path(screening), form(browser.open(path(screening)), Map.of("email", form.get("email"))));
        form.putAll(Map.of("email", "bob@example.org", "key", "guess-me", "full", "2"));
        HttpResponse<String> ofBob = browser.submit(path(screening), form);

        assertThat(ofAnn.statusCode()).isEqualTo(409);
        assertThat(text(ofAnn)).contains("Its link is in the mail we sent you.");
        assertThat(ofBob.statusCode()).isEqualTo(422);
        assertThat(ofBob.body()).doesNotContain("/orders/");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_everything_typed_is_kept() {
        ScreeningTold screening = onSale(screening());
        HttpResponse<String> page = browser.open(path(screening));
        Map<String, String> form = form(
                page,
                Map.of(
                        "full",
                        "many",
                        "pay",
                        "2",
                        "payAmount",
                        "lots",
                        "name",
                        "Ann <b>",
                        "email",
                        "ann at home",
                        "card",
                        "sandbox-slow"));

        HttpResponse<String> unreadable = browser.submit(path(screening), form);
        form.putAll(Map.of("full", "1", "payAmount", "4,99", "email", "ann@example.org"));
        HttpResponse<String> tooLittle = browser.submit(path(screening), form);
        form.putAll(Map.of("payAmount", "7,50", "name", " "));
        HttpResponse<String> nameless = browser.submit(path(screening), form);

        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(text(unreadable)).contains("2 fields need another look", "must be a number", "such as 7.50");
        assertThat(field(unreadable, "full")).isEqualTo("many");
        assertThat(field(unreadable, "payAmount")).isEqualTo("lots");
        assertThat(field(unreadable, "name")).isEqualTo("Ann &lt;b&gt;");
        assertThat(field(unreadable, "email")).isEqualTo("ann at home");
        assertThat(field(unreadable, "key")).isEqualTo(field(page, "key"));
        assertThat(unreadable.body()).containsPattern("value=\"sandbox-slow\" checked");
        assertThat(text(tooLittle)).contains("must not be below the least price");
        assertThat(field(tooLittle, "payAmount")).isEqualTo("4,99");
        assertThat(text(nameless)).contains("Your name must not be blank");
        assertThat(desk.facts(screening.id()).taken()).isZero();

        form.put("name", "Ann");
        assertThat(text(browser.open(target(browser.submit(path(screening), form)))))
                .contains("2 × Pay what you can $7.50", "Together $27.00");
    }

    @Test
    void a_card_that_is_refused_leaves_the_form_to_try_another() {
        ScreeningTold screening = onSale(screening());
        Map<String, String> form = form(browser.open(path(screening)), Map.of("card", "sandbox-declined"));

        HttpResponse<String> refused = browser.submit(path(screening), form);
        form.put("card", "sandbox-accepted");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("was refused: please choose another one");
        assertThat(field(refused, "name")).isEqualTo("Ann");
        assertThat(browser.submit(path(screening), form).statusCode()).isEqualTo(302);
    }

    @Test
    void tickets_are_added_up_without_being_sent() {
        ScreeningTold screening = onSale(screening());

        assertThat(text(browser.open(path(screening) + "?full=2&concession=1&pay=1&payAmount=6.5&companion=0")))
                .contains("Together $39.50");
        assertThat(desk.facts(screening.id()).taken()).isZero();
    }

    @Test
    void nobody_is_charged_at_once_who_read_that_nothing_is_charged() {
        ScreeningTold screening = onSale(screening().withThreshold(2));
        Map<String, String> form = form(browser.open(path(screening)), Map.of());
        window.order(screening.id(), TicketWindow.seats(2, "Bob", "bob@example.org", "sandbox-slow"), "the-key-of-bob");

        HttpResponse<String> warned = browser.submit(path(screening), form);
        form.put("charged", field(warned, "charged"));

        assertThat(warned.statusCode()).isEqualTo(409);
        assertThat(text(warned)).contains("your card is charged at once now", "Your card is charged now.");
        assertThat(browser.submit(path(screening), form).statusCode()).isEqualTo(302);
    }

    @Test
    void a_purchase_whose_card_is_declined_has_cost_nothing() {
        ScreeningTold screening = onSale(screening().withoutThreshold());

        HttpResponse<String> page = browser.open(path(screening));
        HttpResponse<String> declined =
                browser.submit(path(screening), form(page, Map.of("card", "sandbox-declined-later")));

        assertThat(text(page))
                .contains("Your card is charged now.", "Pay now")
                .doesNotContain("Nothing is charged now");
        assertThat(declined.statusCode()).isEqualTo(422);
        assertThat(text(declined)).contains("you have paid nothing");
    }

    @Test
    void where_admission_is_free_nobody_is_asked_for_a_card() {
        ScreeningTold screening = onSale(screening().free());
        HttpResponse<String> page = browser.open(path(screening));
        Map<String, String> form = form(page, Map.of());
        form.remove("card");

        assertThat(text(page)).contains("you need no card").doesNotContain("test cards", "Together");
        assertThat(browser.submit(path(screening), form).statusCode()).isEqualTo(302);
    }

    @Test
    void when_nothing_is_sold_the_page_says_why_in_plain_words() {
        ScreeningTold full = onSale(screening().withThreshold(1).withCapacity(2).withWheelchairPlaces(0));
        window.order(full.id(), TicketWindow.seats(2, "Bob", "bob@example.org", "sandbox-accepted"), "the-key-of-bob");
        ScreeningTold cancelled = onSale(screening());
        desk.cancelled(cancelled);
        ScreeningTold late = onSale(screening());
        clock.advance(Duration.ofDays(34));

        assertThat(closed(full)).contains("Every seat is taken");
        assertThat(closed(cancelled)).contains("The screening is cancelled", "Nobody is charged");
        // Whether somebody has ended it by now or not.
        assertThat(closed(late)).containsAnyOf("The pre-sale is over", "Not enough people pledged");
    }

    private String closed(ScreeningTold screening) {
        HttpResponse<String> page = browser.open(path(screening));
        assertThat(page.body()).doesNotContain("<form method=\"post\" action=\"/presales");
        return text(page);
    }

    @Test
    void a_refusal_is_in_the_language_of_the_buyer() {
        ScreeningTold screening =
                onSale(screening().withThreshold(2).withCapacity(3).withWheelchairPlaces(0));
        Map<String, String> form = form(browser.open(path(screening)), Map.of("full", "many", "name", " "));

        HttpResponse<String> unreadable = browser.submit(path(screening), form, "Accept-Language", "ko");
        form.put("full", "2");
        HttpResponse<String> nameless = browser.submit(path(screening), form, "Accept-Language", "ko");
        window.order(screening.id(), TicketWindow.seats(2, "Bob", "bob@example.org", "sandbox-slow"), "the-key-of-bob");
        form.putAll(Map.of("name", "Ann", "charged", "true"));
        HttpResponse<String> full = browser.submit(path(screening), form, "Accept-Language", "ko");

        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(text(unreadable)).contains("숫자여야 합니다");
        assertThat(text(nameless)).contains(": 비워 둘 수 없습니다");
        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(text(full)).contains("남은 좌석은 1석뿐입니다.");
    }

    @Test
    void a_form_that_comes_too_late_says_so() {
        ScreeningTold screening = onSale(screening());
        Map<String, String> form = form(browser.open(path(screening)), Map.of());
        desk.cancelled(screening);

        HttpResponse<String> late = browser.submit(path(screening), form);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(text(late)).contains("no longer sold", "The screening is cancelled");
    }

    @Test
    void it_speaks_korean() {
        ScreeningTold screening = onSale(screening().withThreshold(9));

        HttpResponse<String> page = browser.open(path(screening), "Accept-Language", "ko");
        Map<String, String> form = form(page, Map.of("name", " "));

        assertThat(text(page)).contains("9 장이 더 필요합니다", "지금은 결제되지 않습니다");
        assertThat(text(browser.submit(path(screening), form, "Accept-Language", "ko")))
                .contains("이름 : 비워 둘 수 없습니다");
    }

    @Test
    void there_is_no_page_for_a_screening_without_pre_sale() {
        assertThat(browser.open(path(screening())).statusCode()).isEqualTo(404);
    }

    private ScreeningTold screening() {
        return ScreeningTold.at(clock.instant());
    }

    private ScreeningTold onSale(ScreeningTold screening) {
        desk.onSale(screening);
        return screening;
    }

    private static String path(ScreeningTold screening) {
        return "/presales/" + screening.id();
    }

    /** The form of the page, filled in by an Ann of its own, except for what is typed otherwise. */
    private static Map<String, String> form(HttpResponse<String> page, Map<String, String> typed) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "key", field(page, "key"),
                "charged", field(page, "charged"),
                "full", "1",
                "concession", "0",
                "name", "Ann",
                "email", "ann.%s@example.org".formatted(field(page, "key").hashCode()),
                "card", "sandbox-accepted"));
        form.putAll(typed);
        return form;
    }
}
