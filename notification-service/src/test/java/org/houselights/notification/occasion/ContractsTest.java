package org.houselights.notification.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.notification.NotificationTest;
import org.houselights.notification.mail.OpenedMail;
import org.houselights.testkit.Contracts;
import org.houselights.web.SessionRevocations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hears every event as its contract tells it. */
class ContractsTest extends NotificationTest {

    private static final String HOST = "hanna@example.org";
    private static final String DISTRIBUTOR = "dana@example.org";
    private static final String COLLEAGUE = "ruth@example.org";
    private static final String BUYER = "ada@example.org";
    private static final String OTHER_BUYER = "benoit@example.org";

    /** What follows from each event alone. */
    private static final Map<String, Set<String>> MAILS = Map.ofEntries(
            Map.entry(
                    "ScreeningProposed",
                    Set.of(
                            "PROPOSAL_RECEIVED " + HOST,
                            "PROPOSAL_WAITING " + DISTRIBUTOR,
                            "PROPOSAL_WAITING " + COLLEAGUE)),
            Map.entry("ScreeningChangesRequested", Set.of("CHANGES_ASKED " + HOST)),
            Map.entry(
                    "ScreeningResubmitted", Set.of("PROPOSAL_WAITING " + DISTRIBUTOR, "PROPOSAL_WAITING " + COLLEAGUE)),
            Map.entry("ScreeningDeclined", Set.of("PROPOSAL_DECLINED " + HOST)),
            Map.entry(
                    "ScreeningWithdrawn",
                    Set.of("PROPOSAL_WITHDRAWN " + DISTRIBUTOR, "PROPOSAL_WITHDRAWN " + COLLEAGUE)),
            Map.entry("ScreeningLapsed", Set.of("PROPOSAL_LAPSED " + HOST)),
            Map.entry("ScreeningOnSale", Set.of("PROPOSAL_APPROVED " + HOST)),
            Map.entry(
                    "ScreeningConfirmed",
                    Set.of(
                            "HOST_CONFIRMED " + HOST,
                            "DISTRIBUTOR_CONFIRMED " + DISTRIBUTOR,
                            "DISTRIBUTOR_CONFIRMED " + COLLEAGUE)),
            Map.entry(
                    "ScreeningMissed",
                    Set.of(
                            "HOST_MISSED " + HOST,
                            "DISTRIBUTOR_MISSED " + DISTRIBUTOR,
                            "DISTRIBUTOR_MISSED " + COLLEAGUE)),
            Map.entry(
                    "ScreeningCancelled",
                    Set.of("DISTRIBUTOR_CANCELLED " + DISTRIBUTOR, "DISTRIBUTOR_CANCELLED " + COLLEAGUE)),
            Map.entry("ScreeningHeld", Set.of()),
            Map.entry("PresaleOpened", Set.of()),
            Map.entry("ThresholdReached", Set.of("THRESHOLD_REACHED " + HOST)),
            Map.entry("PresaleSecured", Set.of()),
            Map.entry("PresaleShort", Set.of()),
            Map.entry("PresaleMissed", Set.of()),
            Map.entry("PresaleCancelled", Set.of()),
            Map.entry("PresaleClosed", Set.of()),
            Map.entry("OrderPledged", Set.of("PLEDGE_RECEIVED " + BUYER)),
            Map.entry("OrdersPledged", Set.of("PLEDGE_RECEIVED " + OTHER_BUYER, "PLEDGE_RECEIVED mina@example.org")),
            Map.entry("OrderAltered", Set.of("PLEDGE_ALTERED " + BUYER)),
            Map.entry("OrderCancelled", Set.of("PLEDGE_CANCELLED " + BUYER)),
            Map.entry("OrderMessaged", Set.of("HOST_MESSAGE " + BUYER)),
            Map.entry("OrderPaid", Set.of("ORDER_CHARGED " + BUYER)),
            Map.entry("OrderPaymentFailed", Set.of("CARD_FAILED " + OTHER_BUYER)),
            Map.entry("OrderDropped", Set.of("ORDER_DROPPED " + OTHER_BUYER)),
            Map.entry("OrderReleased", Set.of("MISSED_NOT_CHARGED " + BUYER)),
            Map.entry("OrderRefunded", Set.of("REFUNDED " + BUYER)),
            Map.entry("TicketsIssued", Set.of("TICKETS_ISSUED " + BUYER)),
            Map.entry("SignInRequested", Set.of("SIGN_IN_LINK " + HOST)),
            Map.entry("SessionsRevoked", Set.of()));

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

    static Stream<Arguments> events() {
        return Contracts.types().stream()
                .map(event -> argumentSet(event, event, MAILS.getOrDefault(event, Set.of("not thought of yet"))));
    }

    /** So that no mail of this test arrives in the next. */
    @AfterEach
    void letAllGetOut() {
        await().until(() -> mails("WAITING").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_as_its_contract_tells_it_becomes_these_mails_and_they_go_out(String event, Set<String> mails) {
        hear(event);

        await().untilAsserted(() -> assertThat(mails("SENT")).containsExactlyInAnyOrderElementsOf(mails));
        assertThat(inbox().getReceivedMessages()).hasSize(mails.size());
    }

    @ParameterizedTest
    @MethodSource("events")
    void whoever_reads_korean_gets_them_in_korean(String event, Set<String> mails) {
        hear(inKorean(Contracts.delivered(event)));

        await().untilAsserted(() -> assertThat(mails("SENT")).containsExactlyInAnyOrderElementsOf(mails));
        assertThat(inbox().getReceivedMessages())
                .extracting(OpenedMail::open)
                .allSatisfy(
                        mail -> assertThat(mail.message().getContentLanguage()).containsExactly("ko-KR"))
                .allSatisfy(
                        mail -> assertThat(mail.text()).containsPattern("[가-힣]").doesNotContain("{", "}"))
                .allSatisfy(mail -> assertThat(mail.html()).contains("<html lang=\"ko-KR\""));
    }

    @Test
    void whoever_has_paid_is_told_that_the_money_comes_back_when_too_few_did() {
        hear("OrderPaid");
        hear("PresaleShort");

        await().untilAsserted(() -> assertThat(mails("SENT"))
                .containsExactlyInAnyOrder("ORDER_CHARGED " + BUYER, "REFUND_COMING " + BUYER));
    }

    @Test
    void whoever_has_tickets_is_told_that_the_money_comes_back_when_it_is_called_off() {
        hear("TicketsIssued");
        hear("PresaleCancelled");

        await().untilAsserted(() -> assertThat(mails("SENT"))
                .containsExactlyInAnyOrder("TICKETS_ISSUED " + BUYER, "REFUND_COMING " + BUYER));
    }

    @Test
    void sessions_that_ended_elsewhere_end_here() {
        hear("SessionsRevoked");

        JsonNode told = JsonMapper.shared().readTree(Contracts.example("SessionsRevoked"));
        UUID person = UUID.fromString(told.path("personId").asString());
        Instant notBefore = Instant.parse(told.path("notBefore").asString());
        assertThat(revocations.revoked(person, notBefore.minusSeconds(1))).isTrue();
        assertThat(revocations.revoked(person, notBefore.plusSeconds(1))).isFalse();
    }

    private void hear(String event) {
        hear(Contracts.delivered(event));
    }

    private void hear(ConsumerRecord<String, byte[]> message) {
        switch (message.topic()) {
            case ScreeningNews.TOPIC -> screeningNews.on(message);
            case TicketingNews.TOPIC -> ticketingNews.on(List.of(message));
            default -> accountNews.on(message);
        }
    }

    /** The same event about people who all read Korean. */
    private static ConsumerRecord<String, byte[]> inKorean(ConsumerRecord<String, byte[]> event) {
        byte[] body = new String(event.value(), StandardCharsets.UTF_8)
                .replaceAll("(\"locale\"\\s*:\\s*)\"[^\"]*\"", "$1\"ko-KR\"")
                .getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>(event.topic(), event.partition(), event.offset(), event.key(), body);
        event.headers().forEach(message.headers()::add);
        return message;
    }

    private List<String> mails(String status) {
        return jdbc.sql("select kind || ' ' || recipient from mail where status = :status")
                .param("status", status)
                .query(String.class)
                .list();
    }
}
