package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.screening.Town.Told;
import org.houselights.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SweepTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Sweep sweep;

    @Autowired
    private ConfirmScreening confirm;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
    }

    @Test
    void a_proposal_that_nobody_decides_lapses_after_seven_days_and_not_before() {
        Stories story = Stories.in(town).proposed();

        clock.set(Town.START.plus(Duration.ofDays(7)).minusMillis(1));
        sweep.run();
        assertThat(story.status()).isEqualTo("PROPOSED");

        clock.advance(Duration.ofMillis(1));
        sweep.run();
        assertThat(story.status()).isEqualTo("LAPSED");
        assertThat(types(story)).containsExactly("ScreeningProposed", "ScreeningLapsed");
        assertThat(town.told(story.screening().toString())
                        .getLast()
                        .body()
                        .path("decision")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_host_who_does_not_answer_a_wish_for_changes_lets_the_proposal_lapse() {
        Stories story = Stories.in(town).proposed();
        clock.advance(Duration.ofDays(5));
        story.move("ask-for-changes", "Later, please.", story.distributor());

        clock.advance(Duration.ofDays(6));
        sweep.run();
        assertThat(story.status()).isEqualTo("CHANGES_REQUESTED");

        clock.advance(Duration.ofDays(1));
        sweep.run();
        assertThat(story.status()).isEqualTo("LAPSED");
    }

    @Test
    void a_decision_is_never_due_after_the_deadline() {
        Stories story = Stories.in(town);
        story.propose(story.proposal(wish -> wish.startsAt("2026-12-20T19:30").deadline("2026-11-25T12:00")));

        clock.set(Instant.parse("2026-11-25T17:00:00Z"));
        sweep.run();

        assertThat(story.status()).isEqualTo("LAPSED");
    }

    @Test
    void what_was_decided_does_not_lapse() {
        Stories story = Stories.in(town).proposed().approved();

        clock.advance(Duration.ofDays(8));
        sweep.run();

        assertThat(story.status()).isEqualTo("ON_SALE");
    }

    @Test
    void a_confirmed_screening_was_held_when_it_is_over() {
        Stories story = Stories.in(town).proposed().approved();
        confirm.after(story.screening());

        clock.set(Instant.parse("2027-02-11T01:53:59Z"));
        sweep.run();
        assertThat(story.status()).isEqualTo("CONFIRMED");

        clock.advance(Duration.ofSeconds(1));
        sweep.run();
        assertThat(story.status()).isEqualTo("HELD");
        assertThat(types(story)).last().isEqualTo("ScreeningHeld");
    }

    @Test
    void several_who_sweep_at_once_take_each_screening_once() throws Exception {
        List<Stories> all = Stream.concat(
                        IntStream.range(0, 20)
                                .mapToObj(number -> Stories.in(town).proposed()),
                        IntStream.range(0, 20).mapToObj(number -> {
                            Stories story = Stories.in(town).proposed().approved();
                            confirm.after(story.screening());
                            return story;
                        }))
                .toList();
        clock.set(Instant.parse("2027-03-01T00:00:00Z"));

        try (ExecutorService sweepers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> done : sweepers.invokeAll(Collections.nCopies(4, Executors.callable(sweep::run)))) {
                done.get();
            }
        }
        // What one sweeper held when another came by was left to the one who held it.
        assertThat(all.subList(0, 20)).allSatisfy(story -> {
            assertThat(story.status()).isEqualTo("LAPSED");
            assertThat(types(story)).containsExactly("ScreeningProposed", "ScreeningLapsed");
        });
        assertThat(all.subList(20, 40)).allSatisfy(story -> {
            assertThat(story.status()).isEqualTo("HELD");
            assertThat(types(story))
                    .containsExactly("ScreeningProposed", "ScreeningOnSale", "ScreeningConfirmed", "ScreeningHeld");
        });
    }

    @Test
    void a_clock_that_jumps_back_reopens_nothing() {
        Stories story = Stories.in(town).proposed();
        clock.advance(Duration.ofDays(7));
        sweep.run();

        clock.set(Town.START);
        sweep.run();

        assertThat(story.status()).isEqualTo("LAPSED");
        assertThat(story.move("approve", null, story.distributor()).problem()).isEqualTo("not-in-this-status");
    }

    private List<String> types(Stories story) {
        return town.told(story.screening().toString()).stream().map(Told::type).toList();
    }
}
