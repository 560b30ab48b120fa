package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.houselights.screening.Answer;
import org.houselights.screening.Browser;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class DoubleBookingTest {

    private static final int CROWD = 300;

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
    }

    @Test
    void of_hundreds_who_want_the_same_evening_exactly_one_gets_it() throws Exception {
        Stories story = Stories.in(town);
        List<Callable<Answer>> crowd = IntStream.range(0, CROWD)
                .<Callable<Answer>>mapToObj(number -> {
                    // Every few minutes somebody else would like to begin; all of these shows overlap.
                    Proposal proposal =
                            story.proposal(wish -> wish.startsAt("2027-02-10T19:%02d".formatted(number % 12 * 5)));
                    return () -> town.post("/api/screenings", proposal, story.host());
                })
                .toList();

        List<Answer> answers = atOnce(crowd);

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() != 201)
                        .map(Answer::problem)
                        .collect(Collectors.toSet()))
                .isSubsetOf("auditorium-taken", "unavailable");
        assertThat(live(story)).isEqualTo(1);
        assertThat(count("select count(*) from outbox where body like '%" + story.film() + "%'"))
                .isEqualTo(1);
    }

    @Test
    void one_who_repeats_a_proposal_many_times_at_once_has_one() throws Exception {
        Stories story = Stories.in(town);

        List<Answer> answers = atOnce(Collections.nCopies(30, story::propose));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(town.told(story.screening().toString())).hasSize(1);
    }

    @Test
    void the_database_itself_refuses_two_live_screenings_at_once() {
        Stories story = Stories.in(town).proposed();
        Stories later = story.another();
        later.propose(story.proposal(wish -> wish.startsAt("2027-02-10T20:54")));
        assertThat(later.status()).isEqualTo("PROPOSED");

        assertThatThrownBy(
                        () -> jdbc.sql("update screening set starts_at = starts_at - interval '1 minute' where id = ?")
                                .param(later.screening())
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("screening_auditorium_free");
    }

    @Test
    void one_show_may_begin_when_the_other_ends() {
        Stories story = Stories.in(town).proposed();

        Answer touching = story.another().propose(story.proposal(wish -> wish.startsAt("2027-02-10T20:54")));
        Answer overlapping = story.another().propose(story.proposal(wish -> wish.startsAt("2027-02-10T18:07")));

        assertThat(touching.status()).isEqualTo(200);
        assertThat(overlapping.status()).isEqualTo(409);
        assertThat(overlapping.problem()).isEqualTo("auditorium-taken");
    }

    @Test
    void an_evening_is_free_again_when_its_screening_is_over_before_it_began() {
        for (String end : List.of("decline", "withdraw", "cancel")) {
            Stories story = Stories.in(town).proposed();
            switch (end) {
                case "decline" -> story.move(end, "No.", story.distributor());
                case "withdraw" -> story.move(end, null, story.host());
                default -> story.approved().move(end, "Illness.", story.host());
            }

            assertThat(story.another().propose().status()).as(end).isEqualTo(200);
        }
    }

    @Test
    void an_auditorium_with_screenings_can_not_be_left_out() {
        Stories story = Stories.in(town).proposed();
        String venue = "/api/venues/" + story.cinema().venue();
        String without = town.get(venue, null)
                .body()
                .toString()
                .replaceFirst("\"id\":\"[^\"]+\",", "")
                .replace(
                        story.cinema().auditorium().toString(),
                        UUID.randomUUID().toString());

        Answer refused = town.put(venue, without, town.operator());

        assertThat(refused.problem()).isEqualTo("auditorium-in-use");
        assertThat(town.get(venue, null).body().toString())
                .contains(story.cinema().auditorium().toString());
    }

    @Test
    void the_form_of_a_venue_says_so_and_keeps_what_was_typed() {
        Stories story = Stories.in(town).proposed();
        Browser operator = town.browserOf(town.operator());
        String page = "/operations/screening/venues/" + story.cinema().venue();
        List<String> typed = operator.get(page).typedInto(page);
        typed.set(typed.indexOf("name") + 1, "Rialto the Second");
        typed.set(typed.indexOf("auditoria.id") + 1, UUID.randomUUID().toString());

        Browser.Shown refused = operator.post(page, typed);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains("value=\"Rialto the Second\"");
        assertThat(refused.text()).contains("Screenings were proposed for an auditorium that you leave out.");
    }

    private int live(Stories story) {
        return count("select count(*) from screening where auditorium_id = '%s'"
                .formatted(story.cinema().auditorium()));
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static List<Answer> atOnce(List<? extends Callable<Answer>> calls) throws InterruptedException {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            return crowd.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
