package org.houselights.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.houselights.notification.mail.ScriptedSmtp.Act.ASK_FOR_PATIENCE;
import static org.houselights.notification.mail.ScriptedSmtp.Act.DROP_THE_LINE_AFTER_THE_MESSAGE;
import static org.houselights.notification.mail.ScriptedSmtp.Act.PONDER;
import static org.houselights.notification.mail.ScriptedSmtp.Act.REFUSE_THE_MESSAGE;
import static org.houselights.notification.mail.ScriptedSmtp.Act.REFUSE_THE_RECIPIENT;
import static org.houselights.notification.mail.Story.aStory;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.houselights.notification.NotificationTest;
import org.houselights.notification.mail.ScriptedSmtp.Act;
import org.houselights.notification.mail.SendMail.Result.Accepted;
import org.houselights.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class MailGetsOutTest extends NotificationTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Mails mails;

    @Autowired
    private WriteMails write;

    @Autowired
    private SendDueMails send;

    @Autowired
    private ResendMail resend;

    @Autowired
    private PurgeOldMails purge;

    @Autowired
    private MailSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Test
    void what_is_written_is_sent_on_commit_and_its_row_is_closed() throws Exception {
        transaction.executeWithoutResult(_ -> write.write(List.of(aStory().notice(MailKind.PLEDGE_RECEIVED))));

        await().untilAsserted(() -> assertThat(only().status()).isEqualTo(MailStatus.SENT));
        MimeMessage arrived =
                Arrays.stream(inbox().getReceivedMessages()).findFirst().orElseThrow();
        assertThat(arrived.getMessageID()).isEqualTo(only().messageId("localhost"));
        assertThat(arrived.getSubject()).isEqualTo(only().subjectLine());
    }

    @Test
    void a_reader_of_korean_gets_a_letter_in_korean() throws Exception {
        owe(aStory().to("박아다", "ada@example.com", "ko-KR").notice(MailKind.TICKETS_ISSUED));
        sendAll();

        OpenedMail arrived = OpenedMail.open(inbox().getReceivedMessages()[0]);
        assertThat(arrived.message().getHeader("Subject")[0])
                .contains("=?UTF-8?")
                .isASCII();
        assertThat(arrived.message().getSubject()).isEqualTo("표를 보내 드립니다: Seoul Train, Coolidge Corner Theatre");
        assertThat(arrived.message().getAllRecipients()[0].toString()).contains("ada@example.com");
        assertThat(arrived.message().getContentLanguage()).containsExactly("ko-KR");
        assertThat(arrived.text()).contains("주문하신 표 3장이 모두 이 메일에 있습니다.", "3장 중 1번째 표, 일반");
        assertThat(arrived.html()).contains("<html lang=\"ko-KR\"", "주문하신 표 3장이 모두 이 메일에 있습니다.");
        assertThat(arrived.calendar()).contains("〈Seoul Train〉 상영이 확정되어");
        assertThat(only().recipient().locale()).isEqualTo("ko-KR");
    }

    @Test
    void what_is_rolled_back_is_never_sent() {
        transaction.executeWithoutResult(tx -> {
            write.write(List.of(aStory().notice(MailKind.PLEDGE_RECEIVED)));
            tx.setRollbackOnly();
        });
        sendAll();

        assertThat(all()).isEmpty();
        assertThat(inbox().getReceivedMessages()).isEmpty();
    }

    @Test
    void the_same_news_twice_is_one_mail() {
        owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
        owe(aStory().to("Ada Park", "ADA@Example.com", "en").notice(MailKind.PLEDGE_RECEIVED));
        sendAll();

        assertThat(inbox().getReceivedMessages()).hasSize(1);
    }

    @Test
    void to_take_a_few_reads_only_those_few_however_many_wait() {
        IntStream.range(0, 300).forEach(this::oweReader);
        jdbc.sql("update mail set status = 'SENT', sent_at = written_at").update();
        // As far as the database knows, no mail ever waits.
        jdbc.sql("analyze mail").update();
        IntStream.range(300, 1_500).forEach(this::oweReader);

        String plan = jdbc.sql("explain (analyze, buffers, format json) " + Mails.TAKE)
                .param("now", Timestamp.from(now()))
                .param("leaseEnd", Timestamp.from(now().plus(settings.lease())))
                .param("most", 10)
                .param("inHand", new UUID[] {})
                .query(String.class)
                .single();

        assertThat(plan).contains("\"Actual Rows\": 10");
        assertThat(JsonMapper.shared()
                        .readTree(plan)
                        .at("/0/Plan/Shared Hit Blocks")
                        .asInt())
                .isBetween(10, 1_000);
    }

    @Test
    void two_senders_at_once_send_one_copy_of_each() throws Exception {
        int readers = 120;
        SendDueMails another = beans.createBean(SendDueMails.class);
        IntStream.range(0, readers).forEach(this::oweReader);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            senders.execute(this::sendAll);
            senders.execute(another::sendDue);
        }

        assertThat(all()).hasSize(readers).allMatch(mail -> mail.status() == MailStatus.SENT);
        Set<String> ids = new HashSet<>();
        for (MimeMessage message : inbox().getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        assertThat(inbox().getReceivedMessages()).hasSize(readers);
        assertThat(ids).hasSize(readers);
    }

    @Test
    void connections_are_kept_from_mail_to_mail() {
        int readers = 300;
        try (ScriptedSmtp smtp = server()) {
            IntStream.range(0, readers).forEach(this::oweReader);
            sendAll();

            assertThat(smtp.receivedIds()).hasSize(readers).doesNotHaveDuplicates();
            assertThat(smtp.callers()).isLessThanOrEqualTo(settings.parallel());
        }
    }

    @Test
    void a_server_that_ponders_over_one_mail_keeps_no_other_waiting() {
        int readers = 300;
        try (ScriptedSmtp smtp = server(PONDER)) {
            IntStream.range(0, readers).forEach(this::oweReader);
            Thread sending = Thread.ofVirtual().start(this::sendAll);

            await().untilAsserted(() -> assertThat(mails.tally(Story.SCREENING))
                    .containsEntry(MailStatus.SENT, readers - 1L)
                    .containsEntry(MailStatus.WAITING, 1L));
            owe(aStory().notice(MailKind.PROPOSAL_RECEIVED));
            send.lookAgain();
            await().untilAsserted(() -> assertThat(smtp.receivedIds()).hasSize(readers + 1));
            assertThat(sending.isAlive()).isTrue();

            smtp.decide();
            await().until(() -> !sending.isAlive());
            assertThat(mails.tally(Story.SCREENING)).containsOnlyKeys(MailStatus.SENT);
        }
    }

    @Test
    void a_server_that_asks_for_patience_gets_the_mail_a_minute_later() {
        try (ScriptedSmtp smtp = server(ASK_FOR_PATIENCE)) {
            owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
            sendAll();

            assertThat(only().status()).isEqualTo(MailStatus.WAITING);
            assertThat(only().why()).contains("451 4.7.1 Greylisted");
            assertThat(only().dueAt()).isEqualTo(now().plus(Duration.ofMinutes(1)));

            later(Duration.ofMinutes(1));
            sendAll();

            assertThat(only().status()).isEqualTo(MailStatus.SENT);
            assertThat(new HashSet<>(smtp.receivedIds())).hasSize(1);
        }
    }

    @Test
    void waits_grow_from_a_minute_to_half_a_day_and_end_after_three_days() {
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(settings::retryAfter))
                .startsWith(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4))
                .endsWith(Duration.ofMinutes(512), Duration.ofHours(12), Duration.ofHours(12));

        try (ScriptedSmtp smtp = server(ASK_FOR_PATIENCE, ASK_FOR_PATIENCE)) {
            owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
            sendAll();
            later(Duration.ofDays(3));
            sendAll();

            assertThat(smtp.receivedIds()).hasSize(2);
            assertThat(only().status()).isEqualTo(MailStatus.FAILED);
            assertThat(only().why()).startsWith("Given up").contains("451");
        }
    }

    @Test
    void a_refusal_for_good_fails_with_the_words_of_the_server() {
        try (ScriptedSmtp _ = server(REFUSE_THE_RECIPIENT, REFUSE_THE_MESSAGE)) {
            owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
            sendAll();

            assertThat(only().status()).isEqualTo(MailStatus.FAILED);
            assertThat(only().why()).contains("550 5.1.1 No such mailbox here");

            String id = only().messageId("localhost");
            resend.resend(only().id());

            await().untilAsserted(() -> assertThat(only().why()).isNotNull().contains("554 5.7.1 Message refused"));
            assertThat(only().messageId("localhost")).isEqualTo(id);
        }
    }

    @Test
    void a_line_that_breaks_after_the_message_leads_to_a_second_copy_with_the_same_message_id() {
        try (ScriptedSmtp smtp = server(DROP_THE_LINE_AFTER_THE_MESSAGE)) {
            owe(aStory().notice(MailKind.TICKETS_ISSUED));
            sendAll();
            later(Duration.ofMinutes(1));
            sendAll();

            assertThat(only().status()).isEqualTo(MailStatus.SENT);
            assertThat(smtp.receivedIds()).hasSize(2).containsOnly(only().messageId("localhost"));
        }
    }

    @Test
    void a_server_that_is_away_makes_all_wait_and_none_fail() {
        ScriptedSmtp smtp = server();
        smtp.close();
        owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
        owe(aStory().notice(MailKind.PROPOSAL_RECEIVED));
        sendAll();

        assertThat(all())
                .allMatch(mail -> mail.status() == MailStatus.WAITING)
                .allMatch(mail -> mail.refusals() == 0)
                .allMatch(mail -> mail.dueAt().equals(now().plus(Duration.ofMinutes(1))));
    }

    @Test
    void what_a_dead_sender_left_is_sent_when_its_lease_is_over() {
        owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
        assertThat(take()).hasSize(1);

        sendAll();
        assertThat(inbox().getReceivedMessages()).isEmpty();

        later(settings.lease());
        sendAll();
        assertThat(inbox().getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_sender_that_lost_its_lease_may_close_what_it_sent_but_not_put_off_what_another_has() {
        owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
        Mail slow = take().getFirst();
        later(settings.lease());
        Mail quick = take().getFirst();

        mails.putOff(slow, now().plus(Duration.ofHours(12)), 1, "451 late");
        assertThat(only().dueAt()).isEqualTo(quick.dueAt());

        mails.close(List.of(new Accepted(slow, "Pledge received")), now());
        assertThat(only().status()).isEqualTo(MailStatus.SENT);
    }

    @Test
    void what_a_sender_has_in_hand_when_time_jumps_over_its_lease_is_not_sent_twice() {
        try (ScriptedSmtp smtp = server(PONDER)) {
            oweReader(1);
            Thread sending = Thread.ofVirtual().start(this::sendAll);
            await().untilAsserted(() -> assertThat(smtp.receivedIds()).hasSize(1));

            later(settings.lease().plusSeconds(1));
            oweReader(2);
            send.lookAgain();
            await().untilAsserted(() -> assertThat(mails.tally(Story.SCREENING)).containsEntry(MailStatus.SENT, 1L));
            smtp.decide();
            await().until(() -> !sending.isAlive());

            assertThat(smtp.receivedIds()).hasSize(2).doesNotHaveDuplicates();
            assertThat(all()).allMatch(mail -> mail.status() == MailStatus.SENT);
        }
    }

    @Test
    void news_to_one_reader_about_one_screening_go_out_in_their_order() {
        owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
        owe(aStory().notice(MailKind.ORDER_CHARGED));

        assertThat(take()).extracting(Mail::kind).containsExactly(MailKind.PLEDGE_RECEIVED);
        later(settings.lease());
        sendAll();

        assertThat(all()).allMatch(mail -> mail.status() == MailStatus.SENT);
        assertThat(Arrays.stream(inbox().getReceivedMessages()).map(MailGetsOutTest::subject))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Pledge received"),
                        second -> assertThat(second).startsWith("Threshold reached"));
    }

    @Test
    void a_mail_that_was_put_off_is_not_sent_after_newer_news() {
        try (ScriptedSmtp smtp = server(ASK_FOR_PATIENCE)) {
            owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
            sendAll();
            owe(at(8, aStory().notice(MailKind.PLEDGE_CANCELLED)));
            sendAll();
            later(Duration.ofMinutes(1));
            sendAll();

            assertThat(smtp.receivedIds()).hasSize(2);
            assertThat(all())
                    .extracting(Mail::kind, Mail::status)
                    .containsExactlyInAnyOrder(
                            Assertions.tuple(MailKind.PLEDGE_RECEIVED, MailStatus.OUTDATED),
                            Assertions.tuple(MailKind.PLEDGE_CANCELLED, MailStatus.SENT));
        }
    }

    @Test
    void a_sign_in_link_is_forgotten_once_sent_and_never_sent_late() {
        Notice request = usefulUntil(now().plus(Duration.ofMinutes(15)), aStory().notice(MailKind.SIGN_IN_LINK));
        owe(request);
        sendAll();
        assertThat(only().status()).isEqualTo(MailStatus.SENT);
        assertThat(only().facts().signIn()).isNull();
        Assertions.assertThatThrownBy(() -> resend.resend(only().id())).isInstanceOf(ProblemException.class);

        clear();
        owe(request);
        later(Duration.ofMinutes(16));
        sendAll();
        assertThat(only().status()).isEqualTo(MailStatus.OUTDATED);
        assertThat(only().facts().signIn()).isNull();
        assertThat(inbox().getReceivedMessages()).isEmpty();
    }

    @Test
    void an_operator_can_send_a_copy_which_is_a_mail_of_its_own() {
        owe(aStory().notice(MailKind.TICKETS_ISSUED));
        sendAll();
        resend.resend(only().id());

        await().untilAsserted(() -> assertThat(only().status()).isEqualTo(MailStatus.SENT));
        assertThat(only().copy()).isEqualTo(1);
        assertThat(Arrays.stream(inbox().getReceivedMessages())
                        .map(MailGetsOutTest::messageId)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_mail_that_can_not_be_written_fails_alone() {
        owe(aStory().of("Seoul\r\nTrain").notice(MailKind.PROPOSAL_RECEIVED));
        owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
        sendAll();

        assertThat(all())
                .extracting(Mail::kind, Mail::status)
                .containsExactlyInAnyOrder(
                        Assertions.tuple(MailKind.PROPOSAL_RECEIVED, MailStatus.FAILED),
                        Assertions.tuple(MailKind.PLEDGE_RECEIVED, MailStatus.SENT));
    }

    @Test
    void mails_are_kept_as_long_as_set_and_news_from_before_that_are_not_told() {
        owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
        sendAll();
        later(settings.keep());
        purge.purge();
        assertThat(all()).hasSize(1);

        later(Duration.ofSeconds(1));
        purge.purge();
        assertThat(all()).isEmpty();

        transaction.executeWithoutResult(_ -> write.write(List.of(aStory().notice(MailKind.PLEDGE_RECEIVED))));
        assertThat(all()).isEmpty();
    }

    @Test
    void the_backlog_is_on_the_metrics_page() {
        owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
        later(Duration.ofSeconds(30));

        assertThat(meters.get("mail.backlog").gauge().value()).isEqualTo(1);
        assertThat(meters.get("mail.oldest.age").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo(30);
    }

    @Test
    void no_address_name_or_link_is_in_the_log(CapturedOutput log) {
        try (ScriptedSmtp _ = server(ASK_FOR_PATIENCE, REFUSE_THE_RECIPIENT)) {
            owe(aStory().notice(MailKind.PLEDGE_RECEIVED));
            owe(aStory().notice(MailKind.PROPOSAL_RECEIVED));
            owe(aStory().notice(MailKind.SIGN_IN_LINK));
            owe(aStory().of("Seoul\nTrain").notice(MailKind.PROPOSAL_WAITING));
            sendAll();
        }

        assertThat(log.getAll())
                .contains("was not taken")
                .doesNotContain("@example.com", "@host.example", "Ada Park", "Jx8v0qLrTzYw2fHn5cKdMg", "p9WkE2xVb0");
    }

    /** As the listener does, but the sender isn't woken: the test says when. */
    private void owe(Notice notice) {
        mails.add(List.of(notice), now(), now().plus(settings.giveUpAfter()));
    }

    private void oweReader(int number) {
        owe(aStory().to("Reader " + number, "reader" + number + "@example.com", "en")
                .notice(MailKind.PLEDGE_RECEIVED));
    }

    private List<Mail> take() {
        return mails.take(10, now(), settings.lease(), List.of());
    }

    private void sendAll() {
        send.sendDue();
    }

    private ScriptedSmtp server(Act... script) {
        ScriptedSmtp smtp = new ScriptedSmtp(script);
        sendTo(smtp.port());
        return smtp;
    }

    private List<Mail> all() {
        return mails.list(new MailFilter(null, null, null, null, null), 200, 0);
    }

    private Mail only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private static Notice at(long sequence, Notice notice) {
        return new Notice(
                notice.kind(),
                notice.subjectId(),
                notice.revision(),
                notice.recipient(),
                notice.screeningId(),
                sequence,
                notice.happenedAt(),
                notice.facts(),
                null,
                null);
    }

    private static Notice usefulUntil(Instant until, Notice notice) {
        return new Notice(
                notice.kind(),
                notice.subjectId(),
                notice.revision(),
                notice.recipient(),
                null,
                notice.sequence(),
                notice.happenedAt(),
                notice.facts(),
                until,
                null);
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
