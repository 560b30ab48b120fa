package org.houselights.ticketing.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkLoopTest {

    private final Queue<Integer> due = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final List<WorkLoop<Integer>> loops = new ArrayList<>();

    @AfterEach
    void close() {
        stuck.countDown();
        loops.forEach(WorkLoop::close);
    }

    @Test
    void everything_due_is_done_after_one_call() {
        makeDue(1000);

        loop(8, done::add).wake();

        await().until(() -> done.size() == 1000);
        assertThat(done).doesNotHaveDuplicates();
    }

    @Test
    void no_more_is_claimed_than_there_are_hands() {
        makeDue(10);

        WorkLoop<Integer> loop = loop(4, piece -> {
            untilReleased();
            done.add(piece);
        });
        loop.wake();

        await().during(Duration.ofMillis(100)).until(() -> due.size() == 6);
    }

    @Test
    void a_piece_that_is_stuck_keeps_nobody_else_waiting() {
        makeDue(100);

        loop(2, piece -> {
                    if (piece == 0) {
                        untilReleased();
                    }
                    done.add(piece);
                })
                .wake();

        await().until(() -> done.size() == 99);
        assertThat(done).doesNotContain(0);
    }

    @Test
    void what_is_written_down_keeps_no_hand_and_yet_no_more_than_four_for_each_are_claimed() {
        makeDue(10);

        loop(2, done::add, _ -> untilReleased()).wake();

        await().during(Duration.ofMillis(100)).until(() -> done.size() == 8);
        stuck.countDown();
        await().until(() -> done.size() == 10);
    }

    @Test
    void a_piece_that_fails_frees_its_hand() {
        makeDue(10);

        loop(1, piece -> {
                    if (piece % 2 == 0) {
                        throw new IllegalStateException("as the test wants it");
                    }
                    done.add(piece);
                })
                .wake();

        await().until(() -> done.size() == 5);
    }

    @Test
    void a_claim_that_fails_costs_nothing_but_the_wait_for_the_next_call() {
        AtomicBoolean away = new AtomicBoolean(true);
        WorkLoop<Integer> loop = new WorkLoop<>(
                "test",
                2,
                open::get,
                free -> {
                    if (away.getAndSet(false)) {
                        throw new IllegalStateException("as the test wants it");
                    }
                    return take(free);
                },
                piece -> () -> done.add(piece));
        loops.add(loop);
        makeDue(10);

        await().until(() -> {
            loop.wake();
            return done.size() == 10;
        });
    }

    @Test
    void nothing_is_taken_on_while_it_is_not_open() {
        open.set(false);
        makeDue(1);
        WorkLoop<Integer> loop = loop(1, done::add);
        loop.wake();
        loop.close();

        assertThat(done).isEmpty();
        assertThat(due).hasSize(1);
    }

    @Test
    void closing_lets_the_work_in_hand_end_and_takes_on_no_more() {
        makeDue(10);
        CountDownLatch begun = new CountDownLatch(1);
        WorkLoop<Integer> loop = loop(1, piece -> {
            begun.countDown();
            untilReleased();
            done.add(piece);
        });
        loop.wake();
        await().until(() -> begun.getCount() == 0);

        Thread closing = Thread.ofVirtual().start(loop::close);
        await().until(() -> {
            loop.wake();
            return closing.getState() == Thread.State.TIMED_WAITING;
        });
        stuck.countDown();

        await().until(() -> !closing.isAlive());
        assertThat(done).containsExactly(0);
    }

    private void makeDue(int pieces) {
        IntStream.range(0, pieces).forEach(due::add);
    }

    private List<Integer> take(int free) {
        List<Integer> taken = new ArrayList<>();
        for (Integer piece = due.poll(); piece != null; piece = taken.size() < free ? due.poll() : null) {
            taken.add(piece);
        }
        return taken;
    }

    private WorkLoop<Integer> loop(int hands, Consumer<Integer> work) {
        return loop(hands, work, _ -> {});
    }

    private WorkLoop<Integer> loop(int hands, Consumer<Integer> work, Consumer<Integer> writeDown) {
        WorkLoop<Integer> loop = new WorkLoop<>("test", hands, open::get, this::take, piece -> {
            work.accept(piece);
            return () -> writeDown.accept(piece);
        });
        loops.add(loop);
        return loop;
    }

    private void untilReleased() {
        try {
            stuck.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
