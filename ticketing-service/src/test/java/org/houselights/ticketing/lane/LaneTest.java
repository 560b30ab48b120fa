package org.houselights.ticketing.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Executor CLERK =
            task -> Thread.ofPlatform().name("clerk").daemon().start(task);

    private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void whoever_is_alone_waits_for_nobody() {
        open.countDown();

        assertThat(lane(10).ask("ann")).isEqualTo("hello ann");
        assertThat(groups).containsExactly(List.of("ann"));
    }

    @Test
    void those_who_wait_meanwhile_are_served_together_and_in_the_order_in_which_they_came() {
        Lane<String, String> lane = lane(10);
        CompletableFuture<String> first = asking(lane, "ann");
        await().until(() -> groups.size() == 1);
        CompletableFuture<String> second = waiting(lane, "bob", 1);
        CompletableFuture<String> third = waiting(lane, "cleo", 2);

        open.countDown();

        assertThat(List.of(first.join(), second.join(), third.join()))
                .containsExactly("hello ann", "hello bob", "hello cleo");
        assertThat(groups).containsExactly(List.of("ann"), List.of("bob", "cleo"));
    }

    @Test
    void everybody_is_served_by_a_clerk_so_that_nobody_waits_for_having_to_serve() {
        List<String> servedBy = Collections.synchronizedList(new ArrayList<>());
        Lane<String, String> lane = new Lane<>(
                1,
                group -> {
                    servedBy.add(Thread.currentThread().getName());
                    return greetWhenOpen(group);
                },
                CLERK);
        CompletableFuture<String> first = asking(lane, "ann");
        await().until(() -> groups.size() == 1);
        CompletableFuture<String> second = waiting(lane, "bob", 1);
        CompletableFuture<String> third = waiting(lane, "cleo", 2);

        open.countDown();

        assertThat(List.of(first.join(), second.join(), third.join())).hasSize(3);
        assertThat(servedBy).containsExactly("clerk", "clerk", "clerk");
    }

    @Test
    void a_group_has_its_limit_and_the_others_make_the_next() {
        Lane<String, String> lane = lane(2);
        List<CompletableFuture<String>> asked = new ArrayList<>(List.of(asking(lane, "0")));
        await().until(() -> groups.size() == 1);
        for (int i = 1; i <= 5; i++) {
            asked.add(waiting(lane, Integer.toString(i), i));
        }

        open.countDown();

        asked.forEach(CompletableFuture::join);
        assertThat(groups).extracting(List::size).containsExactly(1, 2, 2, 1);
    }

    @Test
    void of_a_crowd_half_are_served_while_the_others_wait_for_their_turn() {
        Lane<String, String> lane = lane(500);
        List<CompletableFuture<String>> asked = new ArrayList<>(List.of(asking(lane, "0")));
        await().until(() -> groups.size() == 1);
        for (int i = 1; i <= 200; i++) {
            asked.add(waiting(lane, Integer.toString(i), i));
        }

        open.countDown();

        asked.forEach(CompletableFuture::join);
        assertThat(groups).extracting(List::size).containsExactly(1, 100, 64, 36);
    }

    @Test
    void what_goes_wrong_with_a_group_goes_wrong_for_each_of_it_and_the_lane_goes_on() {
        AtomicInteger served = new AtomicInteger();
        Lane<String, String> lane = new Lane<>(
                10,
                group -> {
                    if (served.getAndIncrement() == 0) {
                        throw new IllegalStateException("the till jams");
                    }
                    return group;
                },
                CLERK);

        assertThatThrownBy(() -> lane.ask("ann"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the till jams");
        assertThat(lane.ask("ann")).isEqualTo("ann");
    }

    @Test
    void in_a_rush_everybody_is_served_once() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Lane<Integer, Integer> lane = new Lane<>(
                50,
                group -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    try {
                        return group.stream().map(number -> -number).toList();
                    } finally {
                        atOnce.decrementAndGet();
                    }
                },
                CLERK);

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 10_000)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> lane.ask(number), Thread::startVirtualThread))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(
                        IntStream.range(0, 10_000).mapToObj(number -> -number).toList());
        assertThat(most).hasValue(1);
    }

    private Lane<String, String> lane(int group) {
        return new Lane<>(group, this::greetWhenOpen, CLERK);
    }

    private List<String> greetWhenOpen(List<String> group) {
        groups.add(group);
        try {
            assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return group.stream().map(name -> "hello " + name).toList();
    }

    private static CompletableFuture<String> asking(Lane<String, String> lane, String name) {
        return CompletableFuture.supplyAsync(() -> lane.ask(name), Thread::startVirtualThread)
                .orTimeout(10, TimeUnit.SECONDS);
    }

    /** Asks, and returns when as many wait as there should. */
    private static CompletableFuture<String> waiting(Lane<String, String> lane, String name, int wait) {
        CompletableFuture<String> asked = asking(lane, name);
        await().pollInterval(Duration.ofMillis(1)).until(() -> lane.waiting() == wait);
        return asked;
    }
}
