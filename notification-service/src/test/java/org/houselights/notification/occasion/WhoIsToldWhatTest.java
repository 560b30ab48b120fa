package org.houselights.notification.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.houselights.notification.mail.Story.aStory;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.notification.NotificationTest;
import org.houselights.notification.mail.Facts.Actor;
import org.houselights.notification.mail.Facts.Decision;
import org.houselights.notification.mail.Facts.HostMessage;
import org.houselights.notification.mail.Facts.Order;
import org.houselights.notification.mail.Facts.Screening;
import org.houselights.notification.mail.Story;
import org.houselights.notification.occasion.AccountEvent.SessionsRevoked;
import org.houselights.notification.occasion.AccountEvent.SignInRequested;
import org.houselights.web.Money;
import org.houselights.web.SessionRevocations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.BatchListenerFailedException;

class WhoIsToldWhatTest extends NotificationTest {

    private static final String HOST = "hana@host.example";
    private static final String LISA = "lisa@incite.example";
    private static final String JIM = "jim@incite.example";
    private static final String ADA = "ada@example.com";

    @Autowired
    private ScreeningNews screeningNews;

    @Autowired
    private TicketingNews ticketingNews;

    @Autowired
    private AccountNews accountNews;

    @Autowired
    private SessionRevocations revocations;

    @Autowired
    private JdbcClient jdbc;

    /** So that no mail of this test arrives in the next. */
    @AfterEach
    void letAllGetOut() {
        await().until(() -> mails("WAITING").isEmpty());
    }

    static Stream<Arguments> screenings() {
        return Stream.of(
                argumentSet(
                        "proposed",
                        "ScreeningProposed",
                        Set.of("PROPOSAL_RECEIVED " + HOST, "PROPOSAL_WAITING " + LISA, "PROPOSAL_WAITING " + JIM)),
                argumentSet("changes asked for", "ScreeningChangesRequested", Set.of("CHANGES_ASKED " + HOST)),
                argumentSet("declined", "ScreeningDeclined", Set.of("PROPOSAL_DECLINED " + HOST)),
                argumentSet("lapsed", "ScreeningLapsed", Set.of("PROPOSAL_LAPSED " + HOST)),
                argumentSet("on sale", "ScreeningOnSale", Set.of("PROPOSAL_APPROVED " + HOST)),
                argumentSet(
                        "confirmed",
                        "ScreeningConfirmed",
                        Set.of(
                                "HOST_CONFIRMED " + HOST,
                                "DISTRIBUTOR_CONFIRMED " + LISA,
                                "DISTRIBUTOR_CONFIRMED " + JIM)),
                argumentSet(
                        "missed",
                        "ScreeningMissed",
                        Set.of("HOST_MISSED " + HOST, "DISTRIBUTOR_MISSED " + LISA, "DISTRIBUTOR_MISSED " + JIM)),
                argumentSet("held", "ScreeningHeld", Set.of()));
    }

    @ParameterizedTest
    @MethodSource("screenings")
    void what_becomes_of_a_screening_is_told_to(String type, Set<String> told) {
        hear(Happening.ofScreening(type, 1, aStory().screening(), decidedBy("house", null)));

        assertThat(owed()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void a_proposal_sent_again_waits_for_the_distributor_and_one_taken_back_does_not() {
        Decision byHost = decidedBy("Hana Lee", Story.HOST);
        hear(Happening.ofScreening("ScreeningResubmitted", 1, aStory().screening(), byHost));
        hear(Happening.ofScreening("ScreeningWithdrawn", 2, aStory().screening(), byHost));

        assertThat(owed())
                .containsExactlyInAnyOrder(
                        "PROPOSAL_WAITING " + LISA,
                        "PROPOSAL_WAITING " + JIM,
                        "PROPOSAL_WITHDRAWN " + LISA,
                        "PROPOSAL_WITHDRAWN " + JIM);
    }

    @Test
    void what_a_rule_of_the_distributor_approves_waits_for_nobody() {
        Decision byHost = byRule(decidedBy("Hana Lee", Story.HOST));
        Decision byLisa = byRule(decidedBy("Lisa Sleeth", Story.DISTRIBUTOR));
        hear(Happening.ofScreening("ScreeningProposed", 1, aStory().screening(), byHost));
        hear(Happening.ofScreening("ScreeningOnSale", 2, aStory().screening(), byLisa));
        hear(Happening.ofScreening("ScreeningResubmitted", 3, aStory().screening(), byHost));

        assertThat(owed()).containsExactlyInAnyOrder("PROPOSAL_RECEIVED " + HOST, "PROPOSAL_APPROVED " + HOST);
    }

    @Test
    void whoever_set_the_rule_is_told_what_it_confirmed_in_their_name() {
        hear(Happening.ofScreening(
                "ScreeningConfirmed",
                2,
                Happening.withoutThreshold(aStory().screening()),
                byRule(decidedBy("Lisa Sleeth", Story.DISTRIBUTOR))));

        assertThat(owed())
                .containsExactlyInAnyOrder(
                        "APPROVED_AND_CONFIRMED " + HOST,
                        "DISTRIBUTOR_CONFIRMED " + LISA,
                        "DISTRIBUTOR_CONFIRMED " + JIM);
    }

    @Test
    void who_sends_a_proposal_gets_a_receipt() {
        hear(Happening.ofScreening("ScreeningProposed", 1, aStory().screening(), decidedBy("Hana Lee", Story.HOST)));

        assertThat(owed()).contains("PROPOSAL_RECEIVED " + HOST);
    }

    @Test
    void who_cancels_is_not_told_that_it_was_cancelled() {
        hear(Happening.ofScreening("ScreeningCancelled", 1, aStory().screening(), decidedBy("Hana Lee", Story.HOST)));
        assertThat(owed()).containsExactlyInAnyOrder("DISTRIBUTOR_CANCELLED " + LISA, "DISTRIBUTOR_CANCELLED " + JIM);

        clear();
        hear(Happening.ofScreening(
                "ScreeningCancelled", 1, aStory().screening(), decidedBy("Lisa Sleeth", Story.DISTRIBUTOR)));
        assertThat(owed()).containsExactlyInAnyOrder("HOST_CANCELLED " + HOST, "DISTRIBUTOR_CANCELLED " + JIM);
    }

    @Test
    void approved_without_a_threshold_means_confirmed() {
        hear(Happening.ofScreening(
                "ScreeningConfirmed",
                1,
                Happening.withoutThreshold(aStory().screening()),
                decidedBy("Lisa Sleeth", Story.DISTRIBUTOR)));

        assertThat(owed()).containsExactlyInAnyOrder("APPROVED_AND_CONFIRMED " + HOST, "DISTRIBUTOR_CONFIRMED " + JIM);
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                argumentSet("pledged", "OrderPledged", "OPEN", "PLEDGED", "PLEDGE_RECEIVED"),
                argumentSet("altered", "OrderAltered", "OPEN", "PLEDGED", "PLEDGE_ALTERED"),
                argumentSet("cancelled", "OrderCancelled", "OPEN", "CANCELLED", "PLEDGE_CANCELLED"),
                argumentSet("paid", "OrderPaid", "COLLECTING", "PAID", "ORDER_CHARGED"),
                argumentSet("card failed", "OrderPaymentFailed", "COLLECTING", "PAYMENT_FAILED", "CARD_FAILED"),
                argumentSet("dropped", "OrderDropped", "COLLECTING", "DROPPED", "ORDER_DROPPED"),
                argumentSet("missed", "OrderReleased", "MISSED", "RELEASED", "MISSED_NOT_CHARGED"),
                argumentSet("short", "OrderReleased", "SHORT", "RELEASED", "MISSED_NOT_CHARGED"),
                argumentSet("called off", "OrderReleased", "CANCELLED", "RELEASED", "CANCELLED_NOT_CHARGED"),
                argumentSet("refunded", "OrderRefunded", "CANCELLED", "REFUNDED", "REFUNDED"),
                argumentSet("tickets", "TicketsIssued", "SECURED", "TICKETED", "TICKETS_ISSUED"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void what_becomes_of_an_order_is_told_to_its_buyer(String type, String presale, String status, String kind) {
        hear(order(type, 1, presale, aStory().order(status)));

        assertThat(owed()).containsExactly(kind + " " + ADA);
    }

    @Test
    void pledges_that_were_decided_together_are_told_to_each_buyer_as_if_by_itself() {
        Happening together = Happening.ofOrders(
                "OrdersPledged",
                1,
                aStory().screening(),
                aStory().presale("OPEN"),
                List.of(aStory().order("PLEDGED"), other("bob@example.com", "PLEDGED")));

        hear(order("OrderCancelled", 2, "OPEN", aStory().order("CANCELLED")));
        hear(together);
        hear(together.again());

        assertThat(owed()).containsExactlyInAnyOrder("PLEDGE_CANCELLED " + ADA, "PLEDGE_RECEIVED bob@example.com");
        assertThat(mails("OUTDATED")).containsExactly("PLEDGE_RECEIVED " + ADA);
    }

    @Test
    void the_host_hears_of_the_threshold_and_of_nothing_else_that_the_screening_tells_anyway() {
        for (String type : List.of("PresaleOpened", "PresaleSecured", "PresaleMissed", "PresaleClosed")) {
            hear(Happening.ofPresale(type, 1, aStory().screening(), aStory().presale("OPEN")));
        }
        assertThat(owed()).isEmpty();

        hear(Happening.ofPresale("ThresholdReached", 2, aStory().screening(), aStory().presale("COLLECTING")));
        assertThat(owed()).containsExactly("THRESHOLD_REACHED " + HOST);
    }

    @Test
    void there_is_no_receipt_for_free_tickets() {
        hear(order("OrderPaid", 1, "SECURED", free(aStory().order("PAID"))));

        assertThat(owed()).isEmpty();
    }

    @Test
    void who_has_paid_hears_that_it_is_off_before_the_refund_is_made() {
        hear(order("OrderPaid", 1, "COLLECTING", aStory().order("PAID")));
        hear(order("OrderPaid", 2, "COLLECTING", other("bob@example.com", "PAID")));
        hear(order("OrderRefunded", 3, "CANCELLED", other("bob@example.com", "REFUNDED")));
        hear(order("OrderPledged", 4, "COLLECTING", other("eve@example.com", "PLEDGED")));
        hear(Happening.ofPresale("PresaleCancelled", 5, aStory().screening(), aStory().presale("CANCELLED")));
        hear(order("OrderRefunded", 6, "CANCELLED", aStory().order("REFUNDED")));

        assertThat(owed())
                .containsExactlyInAnyOrder(
                        "ORDER_CHARGED " + ADA,
                        "REFUND_COMING " + ADA,
                        "REFUNDED " + ADA,
                        "ORDER_CHARGED bob@example.com",
                        "REFUNDED bob@example.com",
                        "PLEDGE_RECEIVED eve@example.com");
    }

    @Test
    void news_that_something_newer_overtook_are_kept_and_not_told() {
        hear(order("OrderCancelled", 2, "OPEN", aStory().order("CANCELLED")));
        hear(order("OrderPledged", 1, "OPEN", aStory().order("PLEDGED")));

        assertThat(owed()).containsExactly("PLEDGE_CANCELLED " + ADA);
        assertThat(mails("OUTDATED")).containsExactly("PLEDGE_RECEIVED " + ADA);
    }

    @Test
    void what_a_host_writes_is_told_once_for_each_message() {
        Happening first = written(1);

        hear(first);
        hear(first.again());
        hear(written(2));

        assertThat(owed()).containsExactly("HOST_MESSAGE " + ADA, "HOST_MESSAGE " + ADA);
    }

    private static Happening written(long revision) {
        Order order = aStory().order("TICKETED").withoutCodes();
        Order then = new Order(
                order.id(),
                revision,
                order.status(),
                order.name(),
                order.email(),
                order.locale(),
                order.tickets(),
                order.seats(),
                order.amount(),
                order.card(),
                order.link(),
                null,
                null);
        return Happening.ofOrder(
                "OrderMessaged",
                revision,
                aStory().screening(),
                aStory().presale("SECURED"),
                then,
                new HostMessage(new UUID(0, revision), "Hello", "See you there.", null));
    }

    @Test
    void a_receipt_is_told_however_late_it_comes() {
        hear(order("TicketsIssued", 3, "SECURED", aStory().order("TICKETED")));
        hear(order("OrderPaid", 2, "COLLECTING", aStory().order("PAID")));

        assertThat(owed()).containsExactlyInAnyOrder("TICKETS_ISSUED " + ADA, "ORDER_CHARGED " + ADA);
    }

    @Test
    void nobody_gets_tickets_for_a_screening_that_is_known_to_be_off() {
        hear(Happening.ofScreening(
                "ScreeningCancelled",
                9,
                Happening.withStatus(aStory().screening(), "CANCELLED"),
                decidedBy("Hana Lee", Story.HOST)));
        clearMails();
        hear(Happening.ofPresale("ThresholdReached", 1, aStory().screening(), aStory().presale("COLLECTING")));
        hear(order("OrderPaid", 2, "SECURED", aStory().order("PAID")));
        hear(order("TicketsIssued", 3, "SECURED", aStory().order("TICKETED")));

        assertThat(owed()).containsExactly("ORDER_CHARGED " + ADA);
        assertThat(mails("OUTDATED")).containsExactlyInAnyOrder("TICKETS_ISSUED " + ADA, "THRESHOLD_REACHED " + HOST);
    }

    @Test
    void events_that_come_twice_or_all_over_again_lead_to_no_new_mail() {
        List<Happening> all = Stream.concat(
                        Stream.of(
                                Happening.ofScreening("ScreeningProposed", 1, aStory().screening(), null),
                                Happening.ofScreening("ScreeningOnSale", 2, aStory().screening(), null),
                                Happening.ofScreening("ScreeningConfirmed", 3, aStory().screening(), null)),
                        Stream.of(
                                order("OrderPledged", 1, "OPEN", aStory().order("PLEDGED")),
                                Happening.ofPresale(
                                        "ThresholdReached", 2, aStory().screening(), aStory().presale("COLLECTING")),
                                order("OrderPaid", 3, "COLLECTING", aStory().order("PAID")),
                                order("TicketsIssued", 4, "SECURED", aStory().order("TICKETED"))))
                .toList();
        all.forEach(this::hear);
        List<String> once = owed();

        all.forEach(this::hear);
        all.forEach(happening -> hear(happening.again()));
        all.reversed().forEach(happening -> hear(happening.again()));

        assertThat(owed()).containsExactlyInAnyOrderElementsOf(once);
        assertThat(mails("OUTDATED")).isEmpty();
    }

    @Test
    void a_link_to_sign_in_goes_to_whoever_asked() {
        hear(Happening.ofAccount(
                "SignInRequested",
                new SignInRequested(
                        "Ada@Example.com",
                        null,
                        null,
                        URI.create("http://localhost:8080/sign-in?token=p9WkE2xVb0"),
                        Story.NOW.plus(Duration.ofMinutes(15)))));

        assertThat(owed()).containsExactly("SIGN_IN_LINK " + ADA);
    }

    @Test
    void news_that_come_together_are_told_as_if_each_came_alone() {
        Happening pledged = order("OrderPledged", 1, "OPEN", aStory().order("PLEDGED"));
        ticketingNews.on(Stream.of(
                        pledged,
                        order("OrderPledged", 1, "OPEN", other("bob@example.com", "PLEDGED")),
                        pledged,
                        order("OrderCancelled", 2, "OPEN", aStory().order("CANCELLED")))
                .map(Happening::message)
                .toList());

        assertThat(owed())
                .containsExactlyInAnyOrder(
                        "PLEDGE_RECEIVED " + ADA, "PLEDGE_RECEIVED bob@example.com", "PLEDGE_CANCELLED " + ADA);
    }

    @Test
    void news_that_can_not_be_read_are_named_and_keep_nobody_from_hearing_what_came_before_and_after() {
        ConsumerRecord<String, byte[]> before =
                order("OrderPledged", 1, "OPEN", aStory().order("PLEDGED")).message();
        ConsumerRecord<String, byte[]> unreadable =
                Happening.ofAccount("OrderPledged", "nothing of use").message();
        ConsumerRecord<String, byte[]> after = order("OrderPledged", 1, "OPEN", other("bob@example.com", "PLEDGED"))
                .message();

        assertThatThrownBy(() -> ticketingNews.on(List.of(before, unreadable, after)))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        failure -> assertThat(failure.getRecord()).isSameAs(unreadable));
        assertThat(owed()).containsExactly("PLEDGE_RECEIVED " + ADA);

        ticketingNews.on(List.of(after));
        assertThat(owed()).containsExactlyInAnyOrder("PLEDGE_RECEIVED " + ADA, "PLEDGE_RECEIVED bob@example.com");
    }

    @Test
    void sessions_that_ended_elsewhere_end_here() {
        UUID person = UUID.randomUUID();
        hear(Happening.ofAccount("SessionsRevoked", new SessionsRevoked(person, Story.NOW)));

        assertThat(revocations.revoked(person, Story.NOW.minusSeconds(1))).isTrue();
        assertThat(revocations.revoked(person, Story.NOW.plusSeconds(1))).isFalse();
        assertThat(owed()).isEmpty();
    }

    private void hear(Happening happening) {
        switch (happening.topic()) {
            case ScreeningNews.TOPIC -> screeningNews.on(happening.message());
            case TicketingNews.TOPIC -> ticketingNews.on(List.of(happening.message()));
            default -> accountNews.on(happening.message());
        }
    }

    private List<String> owed() {
        return jdbc.sql("select kind || ' ' || recipient from mail where status <> 'OUTDATED'")
                .query(String.class)
                .list();
    }

    private List<String> mails(String status) {
        return jdbc.sql("select kind || ' ' || recipient from mail where status = :status")
                .param("status", status)
                .query(String.class)
                .list();
    }

    private void clearMails() {
        jdbc.sql("truncate mail").update();
    }

    private static Happening order(String type, long sequence, String presale, Order order) {
        Screening screening = aStory().screening();
        return Happening.ofOrder(type, sequence, screening, aStory().presale(presale), order);
    }

    private static Order other(String email, String status) {
        Order order = aStory().to("Somebody else", email, "en").order(status);
        return new Order(
                UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)),
                1,
                status,
                order.name(),
                email,
                "en",
                order.tickets(),
                order.seats(),
                order.amount(),
                order.card(),
                order.link(),
                null,
                null);
    }

    private static Order free(Order order) {
        return new Order(
                order.id(),
                1,
                order.status(),
                order.name(),
                order.email(),
                "en",
                order.tickets(),
                order.seats(),
                Money.of(0, "USD"),
                null,
                order.link(),
                null,
                Collections.emptyList());
    }

    private static Decision decidedBy(String name, @Nullable UUID id) {
        return new Decision(new Actor(id, name, null), "because", null);
    }

    private static Decision byRule(Decision decision) {
        return new Decision(decision.by(), decision.reason(), "Small houses");
    }
}
