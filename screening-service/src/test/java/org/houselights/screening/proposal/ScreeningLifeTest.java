package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.houselights.screening.Answer;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.screening.Town.Told;
import org.houselights.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ScreeningLifeTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ConfirmScreening confirm;

    @Autowired
    private MissScreening miss;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
    }

    @Test
    void nobody_approves_what_the_host_has_changed_meanwhile() {
        Stories story = Stories.in(town).proposed();
        story.move("ask-for-changes", "A smaller house, please.", story.distributor());
        story.resubmit(story.proposal());

        Answer stale = town.post(story.path() + "/approve", Map.of("revision", 1), story.distributor());
        Answer fresh = town.post(story.path() + "/approve", Map.of("revision", 2), story.distributor());

        assertThat(stale.problem()).isEqualTo("changed-meanwhile");
        assertThat(fresh.text("status")).isEqualTo("ON_SALE");
    }

    @Test
    void a_screening_goes_from_proposal_over_sale_to_confirmed() {
        Stories story = Stories.in(town);

        Answer proposed = story.propose();
        assertThat(proposed.status()).isEqualTo(200);
        assertThat(proposed.text("status")).isEqualTo("PROPOSED");
        assertThat(proposed.body().path("threshold").path("tickets").asInt()).isEqualTo(66);
        assertThat(proposed.text("startsAt")).isEqualTo("2027-02-11T00:30:00Z");
        assertThat(proposed.text("endsAt")).isEqualTo("2027-02-11T01:54:00Z");
        assertThat(proposed.text("localDeadline")).isEqualTo("2027-02-03T19:30:00");

        clock.advance(Duration.ofHours(1));
        Answer approved = story.move("approve", null, story.distributor());
        assertThat(approved.text("status")).isEqualTo("ON_SALE");
        confirm.after(story.screening());

        assertThat(story.status()).isEqualTo("CONFIRMED");
        List<Told> told = town.told(story.screening().toString());
        assertThat(told)
                .extracting(Told::type)
                .containsExactly("ScreeningProposed", "ScreeningOnSale", "ScreeningConfirmed");
        assertThat(told)
                .extracting(event -> event.body().path("sequence").asInt())
                .containsExactly(1, 2, 3);
        assertThat(told)
                .extracting(
                        event -> event.body().path("screening").path("status").asString())
                .containsExactly("PROPOSED", "ON_SALE", "CONFIRMED");
    }

    @Test
    void an_event_tells_all_that_its_readers_need() {
        Stories story = Stories.in(town).proposed().approved();

        JsonNode onSale = town.told(story.screening().toString()).getLast().body();

        assertThat(onSale.path("screeningId").asString())
                .isEqualTo(story.screening().toString());
        assertThat(onSale.path("occurredAt").asString()).isEqualTo(Town.START.toString());
        assertThat(onSale.path("decision").path("by").path("name").asString()).isEqualTo("Dana");
        assertThat(onSale.path("decision").path("by").path("role").asString()).isEqualTo("DISTRIBUTOR");
        JsonNode screening = onSale.path("screening");
        assertThat(screening.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "revision",
                        "status",
                        "film",
                        "host",
                        "venue",
                        "startsAt",
                        "endsAt",
                        "deadline",
                        "decisionDueAt",
                        "licence",
                        "price",
                        "concessionPrice",
                        "payWhatYouCanFloor",
                        "capacity",
                        "wheelchairPlaces",
                        "threshold");
        assertThat(screening.path("revision").asInt()).isEqualTo(1);
        assertThat(screening.path("film").path("title").asString()).isEqualTo("Seoul Train");
        assertThat(screening.path("film").path("runtimeMinutes").asInt()).isEqualTo(54);
        JsonNode distributor = screening.path("film").path("distributor");
        assertThat(distributor.path("name").asString()).isEqualTo("Naked Edge");
        assertThat(distributor.path("contacts").path(0).path("email").asString())
                .isEqualTo(story.distributor().email());
        assertThat(screening.path("host").path("email").asString())
                .isEqualTo(story.host().email());
        assertThat(screening.path("host").path("locale").asString()).isEqualTo("en");
        assertThat(screening.path("venue").toString())
                .isEqualTo("""
                        {"id":"%s","name":"Rialto","auditorium":"Screen 1","address":"12 Main Street",\
                        "city":"Springfield","country":"US","timeZone":"America/New_York"}""".formatted(story.cinema().venue()));
        assertThat(screening.path("startsAt").asString()).isEqualTo("2027-02-11T00:30:00Z");
        assertThat(screening.path("deadline").asString()).isEqualTo("2027-02-04T00:30:00Z");
        assertThat(screening.path("decisionDueAt").asString()).isEqualTo("2026-11-28T12:00:00Z");
        assertThat(screening.path("licence").path("kind").asString()).isEqualTo("CROWD_FUNDED");
        assertThat(screening.path("price").toString()).isEqualTo("{\"minorUnits\":1200,\"currency\":\"USD\"}");
        assertThat(screening.path("concessionPrice").isNull()).isTrue();
        assertThat(screening.path("capacity").asInt()).isEqualTo(100);
        assertThat(screening.path("wheelchairPlaces").asInt()).isEqualTo(2);
        assertThat(screening.path("threshold").asInt()).isEqualTo(66);
    }

    @Test
    void a_screening_without_threshold_is_confirmed_by_its_approval() {
        Stories flat = Stories.in(town, Town.flatFee()).proposed().approved();
        Stories educational = Stories.in(town, Town.educational()).proposed().approved();

        assertThat(flat.status()).isEqualTo("CONFIRMED");
        assertThat(educational.status()).isEqualTo("CONFIRMED");
        JsonNode told = town.told(flat.screening().toString()).getLast().body().path("screening");
        assertThat(told.path("threshold").isNull()).isTrue();
        assertThat(told.path("deadline").isNull()).isTrue();
        assertThat(town.told(educational.screening().toString()))
                .extracting(Told::type)
                .containsExactly("ScreeningProposed", "ScreeningConfirmed");
    }

    @Test
    void the_host_changes_what_the_distributor_asks_to_change() {
        Stories story = Stories.in(town).proposed();

        story.move("ask-for-changes", "Could it be a week later?", story.distributor());
        assertThat(story.status()).isEqualTo("CHANGES_REQUESTED");
        clock.advance(Duration.ofDays(2));
        Answer resubmitted = story.resubmit(story.proposal(proposal -> proposal.startsAt("2027-02-17T19:30")));

        assertThat(resubmitted.text("status")).isEqualTo("PROPOSED");
        assertThat(resubmitted.body().path("revision").asInt()).isEqualTo(2);
        assertThat(resubmitted.text("localStart")).isEqualTo("2027-02-17T19:30:00");
        assertThat(resubmitted.body().path("inside").path("decisionDueAt").asString())
                .isEqualTo("2026-11-30T12:00:00Z");
        assertThat(town.told(story.screening().toString()))
                .extracting(Told::type)
                .containsExactly("ScreeningProposed", "ScreeningChangesRequested", "ScreeningResubmitted");
    }

    @Test
    void a_proposal_moves_freely_within_its_own_time() {
        Stories story = Stories.in(town).proposed();
        story.move("ask-for-changes", "A little later, please.", story.distributor());

        Answer resubmitted = story.resubmit(story.proposal(proposal -> proposal.startsAt("2027-02-10T20:00")));

        assertThat(resubmitted.status()).isEqualTo(200);
    }

    @Test
    void what_is_resubmitted_has_to_pass_the_rules_too() {
        Stories story = Stories.in(town).proposed();
        story.move("ask-for-changes", "Cheaper, please.", story.distributor());

        Answer refused = story.resubmit(story.proposal(proposal -> proposal.price(100, "USD")));

        assertThat(refused.problem()).isEqualTo("against-the-rules");
        assertThat(story.status()).isEqualTo("CHANGES_REQUESTED");
    }

    @Test
    void every_decision_keeps_who_when_and_why() {
        Stories story = Stories.in(town).proposed();
        clock.advance(Duration.ofDays(1));
        story.move("decline", "We show it in the same town that week.", story.distributor());

        JsonNode decisions = town.get(story.path() + "/decisions", story.host()).body();

        assertThat(decisions.size()).isEqualTo(2);
        assertThat(decisions.path(0).path("move").asString()).isEqualTo("PROPOSE");
        assertThat(decisions.path(0).path("reason").asString()).isEqualTo("Our town has been waiting for this.");
        JsonNode declined = decisions.path(1);
        assertThat(declined.path("move").asString()).isEqualTo("DECLINE");
        assertThat(declined.path("by").path("id").asString())
                .isEqualTo(story.distributor().personId().toString());
        assertThat(declined.path("by").path("role").asString()).isEqualTo("DISTRIBUTOR");
        assertThat(declined.path("at").asString()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(declined.path("reason").asString()).isEqualTo("We show it in the same town that week.");
    }

    @Test
    void a_screening_on_sale_is_frozen() {
        Stories story = Stories.in(town).proposed().approved();

        Answer changed = story.propose(story.proposal(proposal -> proposal.price(1_300, "USD")));
        Answer resubmitted = story.resubmit(story.proposal(proposal -> proposal.price(1_300, "USD")));

        assertThat(changed.problem()).isEqualTo("already-proposed");
        assertThat(resubmitted.problem()).isEqualTo("not-in-this-status");
        assertThat(resubmitted.text("detail")).isEqualTo("A screening that is ON_SALE can't be resubmitted.");
    }

    @Test
    void changes_in_the_catalogue_do_not_reach_a_screening() {
        Stories story = Stories.in(town).proposed();
        town.put("/api/films/" + story.film(), Town.filmDetails(story.company(), "Another Title"), town.operator());

        Stories approved = story.approved();

        Answer screening = town.get(approved.path(), null);
        assertThat(screening.body().path("film").path("title").asString()).isEqualTo("Seoul Train");
        assertThat(screening.body().path("threshold").path("tickets").asInt()).isEqualTo(66);
    }

    @Test
    void the_same_proposal_again_changes_nothing() {
        Stories story = Stories.in(town).proposed();
        story.approved();

        Answer again = story.propose();

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("status")).isEqualTo("ON_SALE");
        assertThat(town.told(story.screening().toString())).hasSize(2);
    }

    @Test
    void a_proposal_without_an_id_is_given_one() {
        Stories story = Stories.in(town);

        Answer created = town.post("/api/screenings", story.proposal(), story.host());

        assertThat(created.status()).isEqualTo(201);
        assertThat(UUID.fromString(created.id()).version()).isEqualTo(7);
    }

    @Test
    void a_check_tells_everything_and_writes_nothing() {
        Stories story = Stories.in(town);

        Answer sound = town.post("/api/screenings/check", story.proposal(), story.host());
        Answer broken = town.post(
                "/api/screenings/check",
                story.proposal(proposal -> proposal.startsAt("2026-11-22T19:30").capacity(500)),
                story.host());

        assertThat(sound.body().path("violations").size()).isZero();
        assertThat(sound.body().path("plan").path("threshold").path("tickets").asInt())
                .isEqualTo(66);
        assertThat(broken.status()).isEqualTo(200);
        assertThat(broken.body()
                        .path("violations")
                        .valueStream()
                        .map(one -> one.path("rule").asString()))
                .containsExactly("START_LEAVES_TIME", "DEADLINE_FITS", "HOUSE_IS_LARGE_ENOUGH");
        assertThat(town.get("/api/screenings?mine=true", story.host())
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void what_does_not_exist_can_not_be_proposed() {
        Stories story = Stories.in(town);
        Proposal nothing = Proposals.of(UUID.randomUUID(), story.licence(), UUID.randomUUID(), UUID.randomUUID());
        Proposal wrongLicence = Proposals.of(
                story.film(),
                Town.flatFee(),
                story.cinema().venue(),
                Town.flatFee().id());

        assertThat(story.propose(nothing).problem()).isEqualTo("against-the-rules");
        assertThat(story.propose(nothing).fields()).containsExactly("filmId", "venueId");
        assertThat(story.propose(wrongLicence).fields()).containsExactly("licenceId", "auditoriumId");
    }

    @Test
    void an_approval_after_the_deadline_comes_too_late() {
        Stories story = Stories.in(town).proposed();
        clock.set(Instant.parse("2027-02-04T00:30:00Z"));

        Answer late = story.move("approve", null, story.distributor());

        assertThat(late.problem()).isEqualTo("too-late");
        assertThat(story.status()).isEqualTo("PROPOSED");
    }

    @Test
    void a_screening_is_missed_when_its_pre_sale_is() {
        Stories story = Stories.in(town).proposed().approved();

        miss.after(story.screening());

        assertThat(story.status()).isEqualTo("MISSED");
        assertThat(town.told(story.screening().toString())
                        .getLast()
                        .body()
                        .path("decision")
                        .isNull())
                .isTrue();
    }

    @Test
    void whoever_is_responsible_calls_a_screening_off() {
        for (boolean confirmed : List.of(false, true)) {
            for (String who : List.of("host", "distributor", "operator")) {
                Stories story = Stories.in(town).proposed().approved();
                if (confirmed) {
                    confirm.after(story.screening());
                }

                Answer cancelled = story.move(
                        "cancel",
                        "The roof leaks.",
                        switch (who) {
                            case "host" -> story.host();
                            case "distributor" -> story.distributor();
                            default -> town.operator();
                        });

                assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
                JsonNode told =
                        town.told(story.screening().toString()).getLast().body();
                assertThat(told.path("decision").path("by").path("role").asString())
                        .isEqualToIgnoringCase(who);
                assertThat(told.path("decision").path("reason").asString()).isEqualTo("The roof leaks.");
            }
        }
    }

    @Test
    void screenings_are_found_by_status_film_place_and_time() {
        Stories story = Stories.in(town).proposed().approved();
        String film = "/api/screenings?filmId=" + story.film();

        assertThat(total(film)).isEqualTo(1);
        assertThat(total(film + "&status=ON_SALE,CONFIRMED")).isEqualTo(1);
        assertThat(total(film + "&status=CONFIRMED")).isZero();
        assertThat(total(film + "&city=springfield&country=US")).isEqualTo(1);
        assertThat(total(film + "&country=KR")).isZero();
        assertThat(total(film + "&from=2027-02-11T00:30:00Z&to=2027-02-11T00:30:01Z"))
                .isEqualTo(1);
        assertThat(total(film + "&to=2027-02-11T00:30:00Z")).isZero();
        assertThat(town.get(film + "&size=1&page=1", null).body().path("items").size())
                .isZero();
    }

    @Test
    void screenings_come_page_by_page_in_the_order_of_their_start() {
        Stories story = Stories.in(town);
        List<String> days = List.of("2027-02-14", "2027-02-11", "2027-02-13", "2027-02-10", "2027-02-12");
        for (String day : days) {
            story.another().propose(story.proposal(wish -> wish.startsAt(day + "T19:30")));
        }
        String mine = "/api/screenings?mine=true&size=2";

        List<String> starts = IntStream.range(0, 4)
                .mapToObj(page -> town.get(mine + "&page=" + page, story.host()).body())
                .peek(page -> assertThat(page.path("total").asInt()).isEqualTo(5))
                .flatMap(page -> page.path("items").valueStream())
                .map(item -> item.path("localStart").asString().substring(0, 10))
                .toList();

        assertThat(starts).isEqualTo(days.stream().sorted().toList());
    }

    @Test
    void a_show_at_an_hour_that_comes_twice_begins_the_first_time() {
        clock.set(Instant.parse("2027-09-01T12:00:00Z"));
        Stories story = Stories.in(town);

        Answer proposed = story.propose(
                story.proposal(wish -> wish.startsAt("2027-11-07T01:30").deadline("2027-11-07T01:00")));

        assertThat(proposed.text("startsAt")).isEqualTo("2027-11-07T05:30:00Z");
        assertThat(proposed.text("deadline")).isEqualTo("2027-11-07T05:00:00Z");
        assertThat(proposed.text("localStart")).isEqualTo("2027-11-07T01:30:00");
        assertThat(Duration.between(Instant.parse(proposed.text("startsAt")), Instant.parse(proposed.text("endsAt"))))
                .isEqualTo(Duration.ofMinutes(84));
    }

    @Test
    void a_show_or_a_deadline_at_an_hour_that_clocks_skip_is_refused() {
        Stories story = Stories.in(town);

        Answer start = story.propose(story.proposal(wish -> wish.startsAt("2027-03-14T02:30")));
        Answer deadline = story.propose(
                story.proposal(wish -> wish.startsAt("2027-03-20T19:30").deadline("2027-03-14T02:30")));

        assertThat(start.fields()).containsExactly("startsAt");
        assertThat(deadline.fields()).containsExactly("deadline");
    }

    private int total(String path) {
        Answer answer = town.get(path, null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("total").asInt();
    }
}
