package org.houselights.screening.distributor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.houselights.screening.Browser;
import org.houselights.screening.Browser.Shown;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.screening.Town.Cinema;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.testkit.MovableClock;
import org.houselights.web.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class QueuePagesTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    private LicenceOffer licence;
    private UUID film;
    private Cinema cinema;
    private Caller host;
    private Browser distributor;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
        UUID company = town.aCompany();
        licence = Town.crowdFunded();
        film = town.aFilm(company, licence);
        cinema = town.aCinema();
        host = town.aHost();
        distributor = town.browserOf(town.aDistributorOf(company));
    }

    @Test
    void proposals_wait_with_their_clocks_the_most_urgent_first() {
        UUID first = proposed("2027-02-10T19:30:00");
        UUID second = proposed("2027-02-11T19:30:00");

        Shown queue = distributor.get("/distributor");

        assertThat(queue.text()).contains("2 wait for you", "6 days left to decide");
        assertThat(queue.html().indexOf(first.toString()))
                .isPositive()
                .isLessThan(queue.html().lastIndexOf(second.toString()));
    }

    @Test
    void everything_to_decide_by_is_on_one_page() {
        UUID other = proposed("2027-02-11T19:30:00");
        UUID id = proposed("2027-02-10T19:30:00");

        Shown page = distributor.get("/distributor/screenings/" + id);

        assertThat(page.text())
                .contains("Hanna asks", "new to you", "Our town has been waiting for this.")
                .contains("Rialto, Screen 1", "$12.00", "66 of 100 tickets pay for it", "at least $150.00");
        assertThat(page.html()).contains("/distributor/screenings/" + other);
    }

    @Test
    void a_decision_leads_straight_to_the_next() {
        UUID first = proposed("2027-02-10T19:30:00");
        UUID second = proposed("2027-02-11T19:30:00");

        Shown approved = distributor.post("/distributor/screenings/" + first, "answer", "APPROVE");
        assertThat(approved.location()).isEqualTo("/distributor/screenings/%s?decided=%s".formatted(second, first));
        assertThat(distributor.get(approved.location()).text()).contains("On sale : Seoul Train, Rialto");

        Shown asked = distributor.post(
                "/distributor/screenings/" + second, "answer", "ASK_FOR_CHANGES", "reason", "A Saturday, please.");
        assertThat(asked.location()).isEqualTo("/distributor?decided=" + second);
        assertThat(status(first)).isEqualTo("ON_SALE");
        assertThat(status(second)).isEqualTo("CHANGES_REQUESTED");
    }

    @Test
    void a_no_needs_a_reason_and_keeps_what_was_typed() {
        UUID id = proposed("2027-02-10T19:30:00");

        assertThat(distributor
                        .post("/distributor/screenings/" + id, "answer", "DECLINE", "reason", " ")
                        .status())
                .isEqualTo(422);
        Shown unclear = distributor.post("/distributor/screenings/" + id, "reason", "Too <early>");

        assertThat(unclear.status()).isEqualTo(422);
        assertThat(unclear.html()).contains("Too &lt;early&gt;");
        assertThat(status(id)).isEqualTo("PROPOSED");
    }

    @Test
    void what_somebody_else_decided_meanwhile_is_said() {
        UUID id = proposed("2027-02-10T19:30:00");
        distributor.post("/distributor/screenings/" + id, "answer", "APPROVE");

        Shown late = distributor.post("/distributor/screenings/" + id, "answer", "DECLINE", "reason", "No.");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("can't be declined", "On sale");
    }

    @Test
    void other_distributors_and_hosts_find_nothing() {
        UUID id = proposed("2027-02-10T19:30:00");
        Browser foreign = town.browserOf(town.aDistributorOf(town.aCompany()));

        assertThat(foreign.get("/distributor/screenings/" + id).status()).isEqualTo(404);
        assertThat(foreign.post("/distributor/screenings/" + id, "answer", "APPROVE")
                        .status())
                .isEqualTo(404);
        assertThat(foreign.get("/distributor").html()).doesNotContain(id.toString());
        assertThat(town.browserOf(host).get("/distributor").status()).isEqualTo(403);
    }

    @Test
    void the_host_reads_the_wish_changes_the_proposal_and_hands_it_in_again() {
        UUID id = proposed("2027-02-10T19:30:00");
        distributor.post("/distributor/screenings/" + id, "answer", "ASK_FOR_CHANGES", "reason", "A Saturday, please.");
        Browser hosts = town.browserOf(host);
        assertThat(hosts.get("/host/screenings/" + id).text()).contains("A Saturday, please.", "hand it in again");

        Shown form = hosts.get("/host/screenings/%s/change".formatted(id));
        assertThat(form.html()).contains("A Saturday, please.", "value=\"2027-02-10T19:30\"", "value=\"12.00\"");
        Shown sent = hosts.post(
                "/host/screenings/%s/change".formatted(id),
                "do",
                "SEND",
                "filmId",
                film.toString(),
                "licenceId",
                licence.id().toString(),
                "auditoriumId",
                cinema.auditorium().toString(),
                "startsAt",
                "2027-02-13T19:30",
                "price",
                "12.00",
                "capacity",
                "100");

        assertThat(sent.location()).isEqualTo("/host/screenings/" + id);
        assertThat(status(id)).isEqualTo("PROPOSED");
        assertThat(distributor.get("/distributor").text()).contains("handed in again");
    }

    @Test
    void a_host_takes_a_proposal_back() {
        UUID id = proposed("2027-02-10T19:30:00");

        town.browserOf(host).post("/host/screenings/%s/withdraw".formatted(id));

        assertThat(status(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_host_cancels_with_a_reason_only() {
        UUID id = proposed("2027-02-10T19:30:00");
        distributor.post("/distributor/screenings/" + id, "answer", "APPROVE");
        Browser hosts = town.browserOf(host);
        assertThat(hosts.get("/host/screenings/" + id).html())
                .contains("/presales/%s/dashboard".formatted(id), "/deliveries/" + id);

        assertThat(hosts.post("/host/screenings/%s/cancel".formatted(id)).status())
                .isEqualTo(422);
        assertThat(status(id)).isEqualTo("ON_SALE");
        hosts.post("/host/screenings/%s/cancel".formatted(id), "reason", "The house has burned down.");

        assertThat(status(id)).isEqualTo("CANCELLED");
        assertThat(hosts.get("/host/screenings/" + id).text()).contains("The house has burned down.");
    }

    @Test
    void nobody_else_sees_or_moves_a_host_s_proposal() {
        UUID id = proposed("2027-02-10T19:30:00");
        Browser stranger = town.browserOf(town.aHost());

        assertThat(stranger.get("/host/screenings/" + id).status()).isEqualTo(404);
        assertThat(stranger.post("/host/screenings/%s/withdraw".formatted(id)).status())
                .isEqualTo(404);
        assertThat(distributor.get("/host/screenings/" + id).status()).isEqualTo(403);
        assertThat(stranger.get("/host").html()).doesNotContain(id.toString());
    }

    @Test
    void what_a_rule_covers_goes_ahead_at_once_in_the_name_of_whoever_set_it() {
        Shown set = distributor.post(
                "/distributor/rules",
                "name",
                "Small houses at home",
                "filmId",
                film.toString(),
                "territories",
                "US, CA",
                "leadTimeDays",
                "60",
                "currency",
                "USD",
                "lowestPrice",
                "8",
                "highestPrice",
                "20.00",
                "largestHouse",
                "150");
        assertThat(set.location()).isEqualTo("/distributor/rules");
        assertThat(distributor.get("/distributor/rules").text()).contains("Small houses at home", "up to $20.00");

        UUID covered = proposed("2027-02-10T19:30:00");
        UUID tooSoon = proposed("2027-01-10T19:30:00");

        assertThat(status(covered)).isEqualTo("ON_SALE");
        assertThat(status(tooSoon)).isEqualTo("PROPOSED");
        assertThat(town.told(covered.toString()))
                .extracting(Town.Told::type)
                .containsExactly("ScreeningProposed", "ScreeningOnSale");
        assertThat(town.told(covered.toString()))
                .extracting(told -> told.body().path("sequence").asInt())
                .containsExactly(1, 2);
        assertThat(town.told(covered.toString()))
                .extracting(told -> told.body().path("decision").path("rule").asString())
                .containsOnly("Small houses at home");
        JsonNode approval = town.get("/api/screenings/%s/decisions".formatted(covered), host)
                .body()
                .get(1);
        assertThat(approval.path("by").path("name").asString()).isEqualTo("Dana");
        assertThat(approval.path("rule").asString()).isEqualTo("Small houses at home");
    }

    @Test
    void a_rule_for_known_hosts_looks_at_the_others() {
        distributor.post("/distributor/rules", "name", "Friends", "knownHostsOnly", "true");

        assertThat(status(proposed("2027-02-10T19:30:00"))).isEqualTo("PROPOSED");
    }

    @Test
    void a_rule_that_was_removed_approves_nothing_more_and_others_can_t_remove_it() {
        distributor.post("/distributor/rules", "name", "Everything");
        String rule = distributor.get("/distributor/rules").find("/distributor/rules/([0-9a-f-]{36})/remove");
        Browser foreign = town.browserOf(town.aDistributorOf(town.aCompany()));
        assertThat(foreign.post("/distributor/rules/%s/remove".formatted(rule)).status())
                .isEqualTo(404);

        distributor.post("/distributor/rules/%s/remove".formatted(rule));

        assertThat(status(proposed("2027-02-10T19:30:00"))).isEqualTo("PROPOSED");
    }

    @Test
    void a_rule_that_makes_no_sense_comes_back_as_it_was_typed() {
        Shown refused = distributor.post(
                "/distributor/rules", "name", "Odd", "territories", "US, Atlantis", "lowestPrice", "8");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("value=\"US, Atlantis\"");
        assertThat(refused.text()).contains("“Atlantis”", "Currency of the prices is still missing");
    }

    private UUID proposed(String start) {
        UUID id = UUID.randomUUID();
        Map<String, Object> proposal = new HashMap<>(Map.of(
                "filmId", film,
                "licenceId", licence.id(),
                "venueId", cinema.venue(),
                "auditoriumId", cinema.auditorium(),
                "startsAt", start,
                "price", Map.of("minorUnits", 1_200, "currency", "USD"),
                "fixedCosts", Map.of("minorUnits", 5_000, "currency", "USD"),
                "capacity", 100,
                "message", "Our town has been waiting for this."));
        assertThat(town.put("/api/screenings/" + id, proposal, host).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        return id;
    }

    private String status(UUID id) {
        return town.get("/api/screenings/" + id, town.operator()).text("status");
    }
}
