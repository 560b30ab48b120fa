package org.houselights.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.notification.mail.Story.aStory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.houselights.notification.NotificationTest;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.houselights.web.access.Badges;
import org.houselights.web.access.EndpointRights;
import org.houselights.web.access.EndpointWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperatorsSeeMailsTest extends NotificationTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Badges badges;

    @Autowired
    private EndpointRights rights;

    @Autowired
    private Mails mails;

    @Autowired
    private SendDueMails send;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void twoMails() {
        mails.add(
                List.of(aStory().notice(MailKind.PLEDGE_RECEIVED), aStory().notice(MailKind.PROPOSAL_RECEIVED)),
                now(),
                now().plusSeconds(60));
    }

    @Test
    void every_endpoint_is_open_to_those_it_names_and_nobody_else() {
        assertThat(new EndpointWalk(rights, badges, port).wrongAnswers()).isEmpty();
    }

    @Test
    void mails_are_listed_page_by_page_and_narrowed_by_what_is_asked_for() {
        assertThat(answer("/api/mails").get("total").asInt()).isEqualTo(2);
        assertThat(answer("/api/mails?size=1&page=1").get("items")).hasSize(1);
        assertThat(answer("/api/mails?kind=PLEDGE_RECEIVED").get("total").asInt())
                .isEqualTo(1);
        assertThat(answer("/api/mails?recipient=ADA@example.com").get("total").asInt())
                .isEqualTo(1);
        assertThat(answer("/api/mails?status=SENT").get("total").asInt()).isZero();
        assertThat(answer("/api/mails?screeningId=" + Story.SCREENING)
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(answer("/api/mails?screeningId=" + UUID.randomUUID())
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void a_wrong_filter_is_refused() {
        assertThat(List.of("kind=NONSENSE", "status=nonsense", "screeningId=7", "size=101", "page=-1"))
                .allSatisfy(filter -> assertThat(call(HttpMethod.GET, "/api/mails?" + filter)
                                .getStatusCode()
                                .value())
                        .isEqualTo(400));
    }

    @Test
    void a_mail_is_shown_without_the_links_that_are_its_readers() {
        JsonNode listed = answer("/api/mails?kind=PLEDGE_RECEIVED").get("items").get(0);
        ResponseEntity<String> shown =
                call(HttpMethod.GET, "/api/mails/" + listed.get("id").asString());

        assertThat(shown.getStatusCode().value()).isEqualTo(200);
        assertThat(shown.getBody()).contains("ada@example.com").doesNotContain("Jx8v0qLrTzYw2fHn5cKdMg");
        assertThat(call(HttpMethod.GET, "/api/mails/" + UUID.randomUUID())
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void a_sent_mail_is_sent_again_and_one_on_its_way_is_not() {
        String id = answer("/api/mails?kind=PLEDGE_RECEIVED")
                .get("items")
                .get(0)
                .get("id")
                .asString();
        assertThat(call(HttpMethod.POST, "/api/mails/" + id + "/resend")
                        .getStatusCode()
                        .value())
                .isEqualTo(409);

        send.sendDue();
        ResponseEntity<String> resent = call(HttpMethod.POST, "/api/mails/" + id + "/resend");
        assertThat(resent.getStatusCode().value()).isEqualTo(200);
        assertThat(json.readTree(resent.getBody()).get("copies").asInt()).isEqualTo(2);
    }

    private JsonNode answer(String path) {
        return json.readTree(call(HttpMethod.GET, path).getBody());
    }

    private ResponseEntity<String> call(HttpMethod method, String path) {
        Caller operator = new Caller(UUID.randomUUID(), "op@example.org", "Op", Set.of(Role.OPERATOR), null);
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", badges.bearer(operator))
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build()
                .method(method)
                .uri(path)
                .retrieve()
                .toEntity(String.class);
    }
}
