package org.houselights.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.notification.mail.Story.aStory;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.houselights.notification.Browser;
import org.houselights.notification.NotificationTest;
import org.houselights.notification.mail.ScriptedSmtp.Act;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.houselights.web.access.Badges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class DeliveryPagesTest extends NotificationTest {

    private static final String BOARD = "/deliveries/" + Story.SCREENING;

    @LocalServerPort
    private int port;

    @Autowired
    private Badges badges;

    @Autowired
    private Mails mails;

    @Autowired
    private SendDueMails send;

    @BeforeEach
    void twoMails() {
        mails.add(
                List.of(aStory().notice(MailKind.PLEDGE_RECEIVED), aStory().notice(MailKind.PROPOSAL_RECEIVED)),
                now(),
                now().plusSeconds(60));
    }

    @Test
    void the_host_sees_who_was_told_what_and_no_full_address() {
        send.sendDue();

        String board = host().get(BOARD).body();

        assertThat(board)
                .contains("Pledge received", "Proposal received", "Ada Park", "a…@example.com", "Fri, Nov 20, 5:00 PM")
                .doesNotContain("ada@example.com", "Jx8v0qLrTzYw2fHn5cKdMg");
    }

    @Test
    void the_distributor_sees_that_attendees_were_told_but_not_who_they_are() {
        String board = distributor(Story.DISTRIBUTOR).get(BOARD).body();

        assertThat(board)
                .contains("Pledge received", "An attendee", "Hana Lee")
                .doesNotContain("Ada Park", "@example.com");
        assertThat(distributor(Story.DISTRIBUTOR).get(BOARD + "?to=Ada").body()).contains("2 mails");
    }

    @Test
    void the_operator_sees_whole_addresses() {
        assertThat(operator().get(BOARD).body()).contains("ada@example.com").doesNotContain("Jx8v0qLrTzYw2fHn5cKdMg");
    }

    @Test
    void it_is_not_there_for_anybody_else() {
        Browser otherHost = browser(UUID.randomUUID(), Role.HOST, null);

        assertThat(otherHost.get(BOARD).statusCode()).isEqualTo(404);
        assertThat(distributor(UUID.randomUUID()).get(BOARD).statusCode()).isEqualTo(404);
        assertThat(otherHost
                        .submit(BOARD + "/" + idOf(MailKind.PLEDGE_RECEIVED) + "/resend", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(host().get("/deliveries/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void it_is_narrowed_by_what_became_of_a_mail_and_by_whom_it_is_to() {
        assertThat(host().get(BOARD + "?status=SENT").body()).contains("No such mail");
        assertThat(host().get(BOARD + "?status=&to=aDA").body())
                .contains("1 mail<", "Ada Park")
                .doesNotContain("Hana Lee");
        assertThat(host().get(BOARD + "?to=ada@example.com").body()).contains("No such mail");
        assertThat(operator().get(BOARD + "?to=ADA@example.com").body()).contains("1 mail<");
        assertThat(host().get(BOARD + "?status=NONSENSE").statusCode()).isEqualTo(400);
    }

    @Test
    void a_failed_mail_says_why_and_is_sent_again_by_its_host() {
        try (ScriptedSmtp smtp = new ScriptedSmtp(Act.REFUSE_THE_RECIPIENT)) {
            sendTo(smtp.port());
            send.sendDue();
        }
        sendTo(inbox().getSmtp().getPort());
        Mail failed = all().stream()
                .filter(mail -> mail.status() == MailStatus.FAILED)
                .findFirst()
                .orElseThrow();
        assertThat(host().get(BOARD + "?status=FAILED").body())
                .contains("Nobody has this address.")
                .doesNotContain("550 5.1.1");
        assertThat(operator().get("/operations/notification").body())
                .contains("Nobody has this address.", "550 5.1.1 No such mailbox here");

        HttpResponse<String> answer = host().submit(BOARD + "/" + failed.id() + "/resend", "");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(host().get(BOARD + "?done=RESENT").body()).contains("The mail is on its way again.");
        assertThat(mails.find(failed.id()))
                .hasValueSatisfying(mail -> assertThat(mail.status()).isNotEqualTo(MailStatus.FAILED));
    }

    @Test
    void a_host_has_a_mail_sent_again_only_so_often() {
        String form = BOARD + "/" + idOf(MailKind.PLEDGE_RECEIVED) + "/resend";
        for (int copy = 1; copy <= 3; copy++) {
            host().submit(form, "");
        }

        assertThat(host().submit(form, "").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("?done=too-many-requests"));
    }

    @Test
    void no_other_site_has_a_mail_sent() {
        assertThat(host().submitAsItIs(BOARD + "/" + idOf(MailKind.PLEDGE_RECEIVED) + "/resend", "a=b")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_mail_of_another_screening_is_not_sent_from_here() {
        assertThat(host().submit(BOARD + "/" + UUID.randomUUID() + "/resend", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void every_word_is_there_in_every_language() {
        Set<String> english =
                ResourceBundle.getBundle("words.notification", Locale.ROOT).keySet();

        assertThat(ResourceBundle.getBundle("words.notification", Locale.KOREAN).keySet())
                .isEqualTo(english);
        assertThat(english)
                .containsAll(names("mail.", MailKind.values()))
                .containsAll(names("mails.", MailStatus.values()))
                .containsAll(names("trouble.", Trouble.values()))
                .containsAll(names("deliveries.seen.", Beholder.values()));
        assertThat(host().getInKorean(BOARD).body()).contains("예매 약속 접수").doesNotContain("??");
    }

    private static List<String> names(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }

    private UUID idOf(MailKind kind) {
        return all().stream()
                .filter(mail -> mail.kind() == kind)
                .map(Mail::id)
                .findFirst()
                .orElseThrow();
    }

    private List<Mail> all() {
        return mails.list(new MailFilter(null, null, null, null, null), 10, 0);
    }

    private Browser host() {
        return browser(Story.HOST, Role.HOST, null);
    }

    private Browser distributor(UUID company) {
        return browser(UUID.randomUUID(), Role.DISTRIBUTOR, company);
    }

    private Browser operator() {
        return browser(UUID.randomUUID(), Role.OPERATOR, null);
    }

    private Browser browser(UUID id, Role role, @Nullable UUID company) {
        return new Browser(port, badges, new Caller(id, "somebody@example.net", "Somebody", Set.of(role), company));
    }
}
