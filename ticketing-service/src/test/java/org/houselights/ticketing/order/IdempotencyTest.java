package org.houselights.ticketing.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.TicketWindow.seats;
import static org.houselights.ticketing.TicketingTestConfiguration.START;
import static org.houselights.ticketing.order.BoxOffice.DECLINED_LATER;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Answer;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A request that spends money is sent again whenever its answer was lost. */
@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class, TicketWindow.class})
class IdempotencyTest {

    private static final String KEY = "the-first-request";

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

    @Autowired
    private TransactionTemplate transaction;

    private ScreeningTold screening = ScreeningTold.at(START);

    @BeforeEach
    void begin() {
        screening = ScreeningTold.at(clock.instant()).withThreshold(3);
        desk.onSale(screening);
    }

    @Test
    void the_same_request_gets_the_same_answer() {
        Answer first = order("ann", 2, GOOD_CARD, KEY);
        Answer again = order("ann", 2, GOOD_CARD, KEY);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(2);
    }

    @Test
    void the_same_key_with_another_wish_is_refused() {
        order("ann", 2, GOOD_CARD, KEY);

        Answer other = order("ann", 1, GOOD_CARD, KEY);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(2);
    }

    @Test
    void once_the_threshold_is_reached_the_key_of_a_pledge_still_stands_for_it_and_for_nothing_else() {
        Answer pledged = order("ann", 2, GOOD_CARD, KEY);
        counter.order(screening, "Whoever", 3, GOOD_CARD);
        await().until(() -> counter.ordersThatAre(screening, OrderStatus.PAID) == 2);

        assertThat(order("ann", 2, GOOD_CARD, KEY).text("token")).isEqualTo(pledged.text("token"));
        assertThat(order("ann", 1, GOOD_CARD, KEY).problem()).isEqualTo("idempotency-key-reused");
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(5);
    }

    @Test
    void the_request_of_a_pledge_that_was_cancelled_places_no_other() {
        String token = order("ann", 2, GOOD_CARD, KEY).text("token");
        assertThat(window.post("/api/orders/" + token + "/cancel", "", null).status())
                .isEqualTo(200);

        Answer again = order("ann", 2, GOOD_CARD, KEY);

        assertThat(again.text("token")).isEqualTo(token);
        assertThat(again.text("status")).isEqualTo("CANCELLED");
        assertThat(desk.facts(screening.id()).taken()).isZero();
        assertThat(order("ann", 2, GOOD_CARD, "another-key-of-ann").status()).isEqualTo(201);
    }

    @Test
    void the_order_of_a_request_is_known_though_what_it_asked_for_was_not_kept() {
        String token = order("ann", 2, GOOD_CARD, KEY).text("token");
        jdbc.sql("update orders set request_fingerprint = null where screening_id = ?")
                .param(screening.id())
                .update();

        assertThat(order("ann", 2, GOOD_CARD, KEY).text("token")).isEqualTo(token);
    }

    @Test
    void the_same_key_of_somebody_else_is_another_request() {
        order("ann", 1, GOOD_CARD, KEY);

        assertThat(order("bob", 1, GOOD_CARD, KEY).status()).isEqualTo(201);
        assertThat(desk.facts(screening.id()).taken()).isEqualTo(2);
    }

    @Test
    void a_pledge_that_is_repeated_while_it_is_worked_on_waits_for_the_same_answer() {
        List<CompletableFuture<Answer>> answers = whileThePresaleIsHeld(() -> {
            CompletableFuture<Answer> first = orderingInTheBackground("ann");
            await().until(this::somebodyWaitsForARow);
            return List.of(first, orderingInTheBackground("ann"));
        });

        Answer first = answers.getFirst().join();
        Answer second = answers.getLast().join();
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(desk.facts(screening.id()).taken()).isOne();
    }

    @Test
    void whoever_repeats_a_purchase_while_it_is_worked_on_is_asked_to_wait() {
        secure();
        order("dora", 1, GOOD_CARD, "the-first-purchase-of-all");
        CompletableFuture<Answer> first = whileThePresaleIsHeld(() -> {
            CompletableFuture<Answer> buying = orderingInTheBackground("cleo");
            await().until(this::keyIsTaken);

            Answer second = order("cleo", 1, GOOD_CARD, KEY);

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.problem()).isEqualTo("still-running");
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            return buying;
        });

        assertThat(first.join().status()).isEqualTo(201);
        assertThat(counter.chargesTaken(screening)).isEqualTo(3);
    }

    @Test
    void a_purchase_that_is_repeated_is_charged_once() {
        secure();

        Answer first = order("cleo", 2, GOOD_CARD, KEY);
        Answer again = order("cleo", 2, GOOD_CARD, KEY);

        assertThat(first.text("status")).isEqualTo("PAID");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(counter.chargesTaken(screening)).isEqualTo(2);
        counter.compareLedgers(screening);
    }

    @Test
    void after_a_refusal_the_same_key_may_be_used_again() {
        secure();
        assertThat(order("cleo", 1, DECLINED_LATER, KEY).problem()).isEqualTo("card-declined");

        assertThat(order("cleo", 1, GOOD_CARD, KEY).text("status")).isEqualTo("PAID");
        assertThat(counter.chargesTaken(screening)).isEqualTo(2);
    }

    @Test
    void a_card_that_is_given_twice_is_charged_once() {
        String token = order("ann", 3, DECLINED_LATER, KEY).text("token");
        String card = "/api/orders/" + token + "/card";
        await().until(() ->
                window.get("/api/orders/" + token, null).text("status").equals("PAYMENT_FAILED"));

        Answer first = window.post(card, "{\"card\":\"sandbox-accepted\"}", "a-better-card");
        Answer again = window.post(card, "{\"card\":\"sandbox-accepted\"}", "a-better-card");
        Answer other = window.post(card, "{\"card\":\"sandbox-unreachable\"}", "a-better-card");

        assertThat(first.text("status")).isEqualTo("PAID");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(counter.chargesTaken(screening)).isOne();
        counter.compareLedgers(screening);
    }

    private void secure() {
        counter.order(screening, "Whoever", 3, GOOD_CARD);
        await().until(() -> counter.ordersThatAre(screening, OrderStatus.PAID) == 1);
    }

    private <T> T whileThePresaleIsHeld(Supplier<T> happening) {
        return requireNonNull(transaction.execute(status -> {
            jdbc.sql("select 1 from presale where screening_id = ? for update")
                    .param(screening.id())
                    .query(Integer.class)
                    .single();
            return happening.get();
        }));
    }

    private CompletableFuture<Answer> orderingInTheBackground(String buyer) {
        return CompletableFuture.supplyAsync(() -> order(buyer, 1, GOOD_CARD, KEY), Thread::startVirtualThread)
                .orTimeout(10, TimeUnit.SECONDS);
    }

    private boolean somebodyWaitsForARow() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private boolean keyIsTaken() {
        return jdbc.sql("select exists (select from idempotent_call where scope like ? and answer is null)")
                .param("%" + screening.id() + "%")
                .query(Boolean.class)
                .single();
    }

    private Answer order(String buyer, int seats, String card, String key) {
        return window.order(screening.id(), seats(seats, buyer, buyer + "@example.org", card), key);
    }
}
