package org.houselights.ticketing.presale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However often and in whatever order of neighbours news comes, it ends the same. */
@TicketingTest
@Import(ScreeningDesk.class)
class ScreeningNewsTest {

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    static Stream<Arguments> stories() {
        return Stream.of(
                Arguments.of(60, List.of("OnSale ON_SALE"), "OPEN"),
                Arguments.of(60, List.of("OnSale ON_SALE", "Cancelled CANCELLED"), "CANCELLED"),
                Arguments.of(0, List.of("Confirmed CONFIRMED"), "SECURED"),
                Arguments.of(0, List.of("Confirmed CONFIRMED", "Cancelled CANCELLED"), "CANCELLED"),
                Arguments.of(0, List.of("Confirmed CONFIRMED", "Held HELD"), "CLOSED"),
                Arguments.of(0, List.of("OnSale ON_SALE", "Confirmed CONFIRMED", "Held HELD"), "CLOSED"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void news_told_in_order_is_followed(int threshold, List<String> story, String end) {
        ScreeningTold screening = screening(threshold);

        story(screening, story).forEach(desk::deliver);

        assertThat(desk.status(screening.id())).hasToString(end);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void news_told_twice_is_heard_once(int threshold, List<String> story, String end) {
        ScreeningTold screening = screening(threshold);

        story(screening, story).forEach(event -> {
            desk.deliver(event);
            desk.deliver(event);
        });

        assertThat(desk.status(screening.id())).hasToString(end);
        assertThat(told(screening)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void replaying_all_of_it_changes_nothing_even_if_nobody_remembers_hearing_it(
            int threshold, List<String> story, String end) {
        ScreeningTold screening = screening(threshold);
        List<ConsumerRecord<String, byte[]>> events = story(screening, story);
        events.forEach(desk::deliver);
        String before = row(screening);
        List<String> toldBefore = told(screening);

        jdbc.sql("delete from inbox").update();
        events.forEach(desk::deliver);

        assertThat(row(screening)).isEqualTo(before);
        assertThat(told(screening)).isEqualTo(toldBefore);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void neighbours_that_swap_places_change_nothing_about_the_end(int threshold, List<String> story, String end) {
        for (int i = 1; i < story.size(); i++) {
            ScreeningTold screening = screening(threshold);
            List<ConsumerRecord<String, byte[]>> events = story(screening, story);
            Collections.swap(events, i - 1, i);

            if (end.equals("CLOSED")) {
                clock.set(screening.startsAt().plus(Duration.ofHours(3)));
            }
            events.forEach(desk::deliver);

            assertThat(stillSells(screening))
                    .isEqualTo(PresaleStatus.valueOf(end).sells());
            assertThat(told(screening)).doesNotHaveDuplicates();
        }
    }

    @Test
    void late_news_does_not_bring_an_older_snapshot_back() {
        ScreeningTold screening = screening(60);
        List<ConsumerRecord<String, byte[]>> events =
                story(screening, List.of("OnSale ON_SALE", "Confirmed CONFIRMED", "Cancelled CANCELLED"));
        Collections.swap(events, 1, 2);

        events.forEach(desk::deliver);

        assertThat(row(screening)).contains("CANCELLED").doesNotContain("CONFIRMED");
    }

    @Test
    void news_that_changes_nothing_is_kept_with_the_reason() {
        ScreeningTold screening = screening(60);
        desk.onSale(screening);
        desk.cancelled(screening);

        desk.cancelled(screening);
        desk.held(screening);
        desk.onSale(screening);

        assertThat(jdbc.sql("select type || ': ' || why from ignored_news where screening_id = ? order by type")
                        .param(screening.id())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "org.houselights.ScreeningCancelled: the pre-sale is CANCELLED",
                        "org.houselights.ScreeningHeld: the pre-sale is CANCELLED",
                        "org.houselights.ScreeningOnSale: it has a pre-sale already");
    }

    private ScreeningTold screening(int threshold) {
        ScreeningTold screening = ScreeningTold.at(clock.instant());
        return threshold == 0 ? screening.withoutThreshold() : screening.withThreshold(threshold);
    }

    private static List<ConsumerRecord<String, byte[]>> story(ScreeningTold screening, List<String> story) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
        for (String step : story) {
            events.add(screening.event(
                    "Screening" + step.substring(0, step.indexOf(' ')), step.substring(step.indexOf(' ') + 1)));
        }
        return events;
    }

    private boolean stillSells(ScreeningTold screening) {
        return jdbc.sql("select status from presale where screening_id = ?")
                .param(screening.id())
                .query(PresaleStatus.class)
                .optional()
                .map(status -> status.sells() && clock.instant().isBefore(screening.startsAt()))
                .orElse(false);
    }

    /** All but whether the rounds have come by. */
    private String row(ScreeningTold screening) {
        return jdbc.sql("select (to_jsonb(presale) - 'winding_up')::text from presale where screening_id = ?")
                .param(screening.id())
                .query(String.class)
                .single();
    }

    private List<String> told(ScreeningTold screening) {
        return jdbc.sql("select type from outbox where key = ? order by id")
                .param(screening.id().toString())
                .query(String.class)
                .list();
    }
}
