package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.testkit.Contracts;
import org.houselights.testkit.MovableClock;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ContractsTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private PresaleNews news;

    @Autowired
    private Sweep sweep;

    @Autowired
    private JdbcClient jdbc;

    private long before;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
        before = jdbc.sql("select coalesce(max(id), 0) from outbox")
                .query(Long.class)
                .single();
    }

    @Test
    void everything_that_is_told_keeps_its_contract_and_every_contract_is_told() {
        confirmedByItsAudienceAndHeld();
        confirmedByTheDistributor();
        approvedByARule();
        endedBeforeTheSale();
        endedAfterIt();
        somebodySignsInAndChangesRole();

        List<Message> told = told();

        told.forEach(message -> {
            Contracts.check(message.event(), message.body());
            Contracts.checkHeaders(message.headers());
        });
        Set<String> contracts = new TreeSet<>(Contracts.types("screening-events"));
        contracts.addAll(Contracts.types("account-events"));
        assertThat(told.stream().map(Message::event).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(contracts);
    }

    @Test
    void a_pre_sale_that_is_secured_confirms_its_screening() {
        Stories story = Stories.in(town).proposed().approved();

        news.on(Contracts.delivered("PresaleSecured", story.screening()));

        assertThat(story.status()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_pre_sale_that_is_missed_ends_its_screening() {
        Stories story = Stories.in(town).proposed().approved();

        news.on(Contracts.delivered("PresaleMissed", story.screening()));

        assertThat(story.status()).isEqualTo("MISSED");
    }

    @Test
    void whatever_else_ticketing_tells_is_none_of_its_business() {
        Stories story = Stories.in(town).proposed().approved();
        Set<String> others = Contracts.types("ticketing-events");
        others.removeAll(Set.of("PresaleSecured", "PresaleMissed"));

        others.forEach(event -> news.on(Contracts.delivered(event, story.screening())));

        assertThat(story.status()).isEqualTo("ON_SALE");
    }

    private void confirmedByItsAudienceAndHeld() {
        Stories story = Stories.in(town).proposed();
        story.move("ask-for-changes", "A week later, please.", story.distributor());
        story.resubmit(story.proposal(
                plan -> plan.startsAt("2027-02-17T19:30").concession(900).payWhatYouCan(500)));
        story.approved();
        news.on(Contracts.delivered("PresaleSecured", story.screening()));
        clock.advance(Duration.ofDays(100));
        sweep.run();
        clock.set(Town.START);
    }

    private void confirmedByTheDistributor() {
        Stories.in(town, Town.flatFee()).proposed().approved();
        Stories.in(town, Town.educational()).proposed().approved();
    }

    private void approvedByARule() {
        Stories story = Stories.in(town);
        town.browserOf(story.distributor()).post("/distributor/rules", "name", "Everything");
        story.proposed();
    }

    private void endedBeforeTheSale() {
        Stories declined = Stories.in(town).proposed();
        declined.move("decline", "We show it in the same town that week.", declined.distributor());
        Stories withdrawn = Stories.in(town).proposed();
        withdrawn.move("withdraw", null, withdrawn.host());
        Stories.in(town).proposed();
        clock.advance(Duration.ofDays(7));
        sweep.run();
        clock.set(Town.START);
    }

    private void endedAfterIt() {
        Stories missed = Stories.in(town).proposed().approved();
        news.on(Contracts.delivered("PresaleMissed", missed.screening()));
        Stories cancelled = Stories.in(town).proposed().approved();
        cancelled.move("cancel", "The roof leaks.", cancelled.host());
    }

    private void somebodySignsInAndChangesRole() {
        town.post("/api/sign-in", Map.of("email", "Ada-%s@example.org".formatted(UUID.randomUUID())), null);
        Caller host = town.aHost();
        town.post("/api/sign-in", Map.of("email", host.email(), "locale", "ko-KR"), null);
        Map<String, Object> entry = Map.of(
                "email", host.email(), "name", host.name(), "locale", "en", "roles", Set.of(Role.HOST, Role.OPERATOR));
        town.put("/api/people/" + host.personId(), entry, town.operator());
    }

    private record Message(String type, String headers, String body) {

        String event() {
            return type.replace("org.houselights.", "");
        }
    }

    /** What this test had the service tell. */
    private List<Message> told() {
        return jdbc.sql("select type, headers::text, body from outbox where id > :before order by id")
                .param("before", before)
                .query(Message.class)
                .list();
    }
}
