package org.houselights.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.houselights.notification.Browser;
import org.houselights.notification.NotificationTest;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.houselights.web.access.Badges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class OperationsPagesTest extends NotificationTest {

    private static final String PAGE = "/operations/notification";

    @LocalServerPort
    private int port;

    @Autowired
    private Badges badges;

    @Autowired
    private JdbcClient jdbc;

    private Browser operator;

    @BeforeEach
    void signIn() {
        operator = browser(Role.OPERATOR);
    }

    @AfterEach
    void nothingIsStuck() {
        jdbc.sql("truncate dead_letter, outbox_trouble").update();
    }

    @Test
    void it_is_for_operators() {
        assertThat(operator.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(browser(Role.HOST).get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void all_is_well_when_nothing_needs_a_hand() {
        assertThat(operator.get(PAGE).body())
                .contains("everybody was reached", "every event that came was taken", "every event is sent");
    }

    @Test
    void a_dead_letter_tells_its_cause_and_headers_and_is_put_away_once() {
        UUID id = deadLetter("UnreadableEvent: the body is not what was agreed", null);

        String page = operator.get(PAGE).body();
        assertThat(page)
                .contains(
                        "OrderPaid",
                        "can&#39;t be read as what the services agreed on",
                        "the body is not what was agreed")
                .contains("<dt>ce_id</dt>", "so it can&#39;t be taken again", PAGE + "/dead-letters/" + id + "/discard")
                .doesNotContain("/replay");

        assertThat(saidAfter(operator.submit(PAGE + "/dead-letters/" + id + "/discard", "")))
                .contains("put away for good");
        assertThat(saidAfter(operator.submit(PAGE + "/dead-letters/" + id + "/discard", "")))
                .contains("Somebody else has already seen to that");
    }

    @Test
    void a_dead_letter_is_taken_again() {
        UUID id = deadLetter("IllegalStateException: no such thing", "a key");
        assertThat(operator.get(PAGE).body()).contains("this service failed on it each time");

        assertThat(saidAfter(operator.submit(PAGE + "/dead-letters/" + id + "/replay", "")))
                .contains("on its way to this service again");

        assertThat(operator.get(PAGE).body()).contains("every event that came was taken");
    }

    @Test
    void a_parked_key_is_released() {
        jdbc.sql("""
                insert into outbox_trouble (topic, key, attempts, cause, retry_at, parked_at)
                values ('nowhere', 'a/b', 5, 'RecordTooLargeException', now(), now())""").update();
        assertThat(operator.get(PAGE).body()).contains("RecordTooLargeException", "5 times", "a/b");

        assertThat(saidAfter(operator.submit(PAGE + "/parked-keys/release", "topic=nowhere&key=a%2Fb")))
                .contains("The events are on their way again");

        assertThat(operator.get(PAGE).body()).contains("every event is sent");
    }

    @Test
    void no_other_site_does_anything_in_the_operators_name() {
        UUID id = deadLetter("IllegalStateException: no such thing", "a key");

        assertThat(operator.submitAsItIs(PAGE + "/dead-letters/" + id + "/discard", "a=b")
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.get(PAGE).body()).contains("no such thing");
    }

    @Test
    void it_is_there_in_korean() {
        deadLetter("IllegalStateException: no such thing", "a key");

        assertThat(operator.getInKorean(PAGE).body())
                .contains("받지 못한 이벤트", "다시 받기")
                .doesNotContain("??");
    }

    private String saidAfter(HttpResponse<String> form) {
        assertThat(form.statusCode()).isEqualTo(302);
        String address = form.headers().firstValue("Location").orElseThrow();
        return operator.get(address.substring(address.indexOf(PAGE))).body();
    }

    private UUID deadLetter(String cause, @Nullable String key) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into dead_letter (id, dlt_topic, dlt_partition, dlt_offset, topic, key, type, headers, body, cause, died_at)
                        values (:id, 'screening-events-dlt', 0, 1, 'screening-events', :key, 'org.houselights.OrderPaid', '{"ce_id":"7"}', '', :cause, now())""").param("id", id).param("key", key).param("cause", cause).update();
        return id;
    }

    private Browser browser(Role role) {
        return new Browser(port, badges, new Caller(UUID.randomUUID(), "op@example.org", "Op", Set.of(role), null));
    }
}
