package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.houselights.screening.Answer;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.screening.Town.Told;
import org.houselights.testkit.MovableClock;
import org.houselights.web.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SimultaneousMovesTest {

    private static final int TIMES = 10;

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Sweep sweep;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
    }

    @RepeatedTest(TIMES)
    void of_several_who_decide_one_does() throws Exception {
        Stories story = Stories.in(town).proposed();
        Caller colleague = town.aDistributorOf(story.company());

        List<Answer> answers = atOnce(List.of(
                () -> story.move("approve", null, story.distributor()),
                () -> story.move("approve", null, colleague),
                () -> story.move("decline", "No.", story.distributor()),
                () -> story.move("decline", "No.", colleague),
                () -> story.move("ask-for-changes", "Later, please.", colleague)));

        oneWasDone(answers);
        assertThat(types(story)).hasSize(2);
        assertThat(decisions(story)).hasSize(2);
        isTold(story);
    }

    @RepeatedTest(TIMES)
    void a_proposal_is_withdrawn_or_approved_and_never_both() throws Exception {
        Stories story = Stories.in(town).proposed();

        List<Answer> answers = atOnce(List.of(
                () -> story.move("withdraw", null, story.host()),
                () -> story.move("approve", null, story.distributor())));

        oneWasDone(answers);
        assertThat(story.status()).isIn("WITHDRAWN", "ON_SALE");
        isTold(story);
    }

    @RepeatedTest(TIMES)
    void a_host_who_resubmits_in_several_windows_does_so_once() throws Exception {
        Stories story = sentBack();

        List<Answer> answers = atOnce(List.of(
                () -> story.resubmit(story.proposal(wish -> wish.startsAt("2027-02-11T19:30"))),
                () -> story.resubmit(story.proposal(wish -> wish.startsAt("2027-02-12T19:30"))),
                () -> story.resubmit(story.proposal(wish -> wish.startsAt("2027-02-13T19:30")))));

        oneWasDone(answers);
        assertThat(types(story))
                .containsExactly("ScreeningProposed", "ScreeningChangesRequested", "ScreeningResubmitted");
        isTold(story);
    }

    @RepeatedTest(TIMES)
    void what_is_withdrawn_while_it_is_resubmitted_and_approved_ends_once() throws Exception {
        Stories story = sentBack();

        List<Answer> answers = atOnce(List.of(
                () -> story.resubmit(story.proposal(wish -> wish.startsAt("2027-02-11T19:30"))),
                () -> story.move("withdraw", null, story.host()),
                () -> story.move("approve", null, story.distributor())));

        assertThat(answers).extracting(Answer::status).containsAnyOf(200).isSubsetOf(200, 409);
        assertThat(types(story).stream()
                        .filter(type -> type.equals("ScreeningWithdrawn") || type.equals("ScreeningOnSale")))
                .hasSize(1);
        isTold(story);
    }

    @RepeatedTest(TIMES)
    void a_proposal_lapses_or_is_approved_in_the_last_moment_and_never_both() throws Exception {
        Stories story = Stories.in(town).proposed();
        clock.advance(Duration.ofDays(7));

        atOnce(List.of(
                () -> story.move("approve", null, story.distributor()),
                () -> {
                    sweep.run();
                    return town.get(story.path(), story.host());
                },
                () -> {
                    sweep.run();
                    return town.get(story.path(), story.host());
                }));

        assertThat(types(story)).hasSize(2).first().isEqualTo("ScreeningProposed");
        assertThat(story.status()).isIn("LAPSED", "ON_SALE");
        isTold(story);
    }

    private Stories sentBack() {
        Stories story = Stories.in(town).proposed();
        assertThat(story.move("ask-for-changes", "Another day, please.", story.distributor())
                        .status())
                .isEqualTo(200);
        return story;
    }

    private static void oneWasDone(List<Answer> answers) {
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .extracting(Answer::problem)
                .containsOnly("not-in-this-status");
    }

    /** The events are in one order without gaps, and the last one tells what became of the screening. */
    private void isTold(Stories story) {
        List<Told> told = town.told(story.screening().toString());
        assertThat(told)
                .extracting(event -> event.body().path("sequence").asInt())
                .containsExactlyElementsOf(Stream.iterate(1, number -> number + 1)
                        .limit(told.size())
                        .toList());
        assertThat(told.getLast().body().path("screening").path("status").asString())
                .isEqualTo(story.status());
    }

    private List<String> types(Stories story) {
        return town.told(story.screening().toString()).stream().map(Told::type).toList();
    }

    private List<String> decisions(Stories story) {
        return town.get(story.path() + "/decisions", story.host())
                .body()
                .valueStream()
                .map(decision -> decision.path("move").asString())
                .toList();
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
