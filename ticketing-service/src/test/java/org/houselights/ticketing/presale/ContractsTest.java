package org.houselights.ticketing.presale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.houselights.testkit.Contracts;
import org.houselights.ticketing.TicketingTest;
import org.houselights.web.Ids;
import org.houselights.web.Money;
import org.houselights.web.ProblemException;
import org.houselights.web.SessionRevocations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hears every event as its contract tells it. */
@TicketingTest
@Import(ScreeningDesk.class)
class ContractsTest {

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private FollowAccounts accounts;

    @Autowired
    private SessionRevocations revocations;

    private final UUID screening = Ids.next();

    @Test
    void a_screening_on_sale_has_a_pre_sale_on_its_terms() {
        hear("ScreeningOnSale");

        PresaleFacts presale = desk.facts(screening);
        assertThat(presale.status()).isEqualTo(PresaleStatus.OPEN);
        assertThat(presale.goal()).isEqualTo(Money.of(66 * 1200, "USD"));
        assertThat(presale.threshold()).isEqualTo(66);
        assertThat(presale.capacity()).isEqualTo(120);
        assertThat(presale.wheelchairPlaces()).isEqualTo(2);
        assertThat(presale.deadline()).isEqualTo("2027-02-04T00:30:00Z");
    }

    @Test
    void a_screening_that_is_cancelled_has_nothing_to_sell() {
        hear("ScreeningOnSale");
        hear("ScreeningCancelled");

        assertThat(desk.status(screening)).isEqualTo(PresaleStatus.CANCELLED);
    }

    @Test
    void a_screening_that_was_cancelled_before_it_was_on_sale_is_never_sold() {
        hear("ScreeningCancelled");
        hear("ScreeningOnSale");

        assertThat(isSold()).isFalse();
    }

    @Test
    void a_confirmation_that_comes_while_money_is_missing_changes_nothing() {
        hear("ScreeningOnSale");
        hear("ScreeningConfirmed");

        assertThat(desk.status(screening)).isEqualTo(PresaleStatus.OPEN);
    }

    @Test
    void a_show_that_is_over_without_having_been_secured_changes_nothing() {
        hear("ScreeningOnSale");
        hear("ScreeningHeld");

        assertThat(desk.status(screening)).isEqualTo(PresaleStatus.OPEN);
    }

    @Test
    void whatever_else_becomes_of_a_screening_is_none_of_its_business() {
        Set<String> others = Contracts.types("screening-events");
        others.removeAll(Set.of("ScreeningOnSale", "ScreeningConfirmed", "ScreeningCancelled", "ScreeningHeld"));

        others.forEach(this::hear);

        assertThat(isSold()).isFalse();
    }

    @Test
    void sessions_that_ended_elsewhere_end_here() {
        accounts.on(Contracts.delivered("SignInRequested"));
        accounts.on(Contracts.delivered("SessionsRevoked"));

        JsonNode told = JsonMapper.shared().readTree(Contracts.example("SessionsRevoked"));
        UUID person = UUID.fromString(told.path("personId").asString());
        Instant notBefore = Instant.parse(told.path("notBefore").asString());
        assertThat(revocations.revoked(person, notBefore.minusSeconds(1))).isTrue();
        assertThat(revocations.revoked(person, notBefore.plusSeconds(1))).isFalse();
    }

    private void hear(String event) {
        desk.deliver(Contracts.delivered(event, screening));
    }

    private boolean isSold() {
        try {
            desk.status(screening);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}
