package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Answer;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.order.Pledge.Outcome;
import org.houselights.ticketing.order.Pledge.Outcome.Accepted;
import org.houselights.ticketing.payment.SavedCard;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.IdempotentCalls.Call;
import org.houselights.web.MailAddress;
import org.houselights.web.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** More people want tickets for one screening than may wait. */
@TicketingTest
@Import({TicketWindow.class, ScreeningDesk.class, BoxOffice.class})
class OverloadTest {

    @Autowired
    private PledgeLanes lanes;

    @Autowired
    private LaneSettings settings;

    @Autowired
    private TicketWindow window;

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whoever_comes_then_is_turned_away_unread_and_those_who_wait_are_served() {
        ScreeningTold screening =
                ScreeningTold.at(clock.instant()).withCapacity(5000).withThreshold(5000);
        desk.onSale(screening);
        List<Future<Outcome>> answers;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = transaction.execute(status -> {
                jdbc.sql("select 1 from presale where screening_id = ? for update")
                        .param(screening.id())
                        .query(Integer.class)
                        .single();
                people.execute(() -> lanes.decide(pledge(screening, "first")));
                await().until(this::theFirstIsBeingServed);
                var others = IntStream.range(0, settings.waiting())
                        .mapToObj(number -> people.submit(() -> lanes.decide(pledge(screening, "buyer" + number))))
                        .toList();
                await().until(() -> waiting() == settings.waiting());

                Answer late = window.order(screening.id(), "{ is not even read", "key-of-a-late-one");

                assertThat(late.status()).isEqualTo(429);
                assertThat(late.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(late.text("detail")).startsWith("Very many people want tickets");
                return others;
            });
        }
        assertThat(answers).extracting(Future::resultNow).hasOnlyElementsOfType(Accepted.class);
        assertThat(window.order(screening.id(), "{ is read again", "key-of-a-late-one")
                        .problem())
                .isEqualTo("unreadable-body");
        counter.audit(screening);
    }

    private boolean theFirstIsBeingServed() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity where datname = current_database()
                                       and cardinality(pg_blocking_pids(pid)) > 0)""").query(Boolean.class).single();
    }

    private double waiting() {
        return meters.get("pledges.waiting").gauge().value();
    }

    private static Pledge pledge(ScreeningTold screening, String buyer) {
        Buyer whoever = new Buyer(buyer, new MailAddress(buyer + "@example.org"), "en");
        return new Pledge(
                screening.id(),
                whoever,
                new Basket(List.of(new TicketLine(TicketType.FULL, 1, Money.of(1200, "USD")))),
                new SavedCard("card of " + buyer + " for " + screening.id(), "Visa", "4242"),
                new Call("order %s %s".formatted(screening.id(), whoever.emailHash()), "key of " + buyer, "1 seat"));
    }
}
