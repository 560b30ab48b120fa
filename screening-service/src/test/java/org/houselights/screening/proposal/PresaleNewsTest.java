package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.screening.Town.Told;
import org.houselights.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PresaleNewsTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private PresaleNews news;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
    }

    @Test
    void a_secured_pre_sale_confirms_and_a_missed_one_misses() {
        Stories secured = Stories.in(town).proposed().approved();
        Stories missed = Stories.in(town).proposed().approved();

        news.on(event("PresaleSecured", secured.screening()));
        news.on(event("PresaleMissed", missed.screening()));

        assertThat(secured.status()).isEqualTo("CONFIRMED");
        assertThat(missed.status()).isEqualTo("MISSED");
    }

    @Test
    void news_that_comes_twice_takes_effect_once() {
        Stories story = Stories.in(town).proposed().approved();
        ConsumerRecord<String, byte[]> secured = event("PresaleSecured", story.screening());

        news.on(secured);
        news.on(secured);

        assertThat(types(story)).containsExactly("ScreeningProposed", "ScreeningOnSale", "ScreeningConfirmed");
        assertThat(ignored(story)).isEmpty();
    }

    @Test
    void the_first_of_two_contradicting_news_counts_and_the_other_is_recorded() {
        Stories story = Stories.in(town).proposed().approved();

        news.on(event("PresaleMissed", story.screening()));
        news.on(event("PresaleSecured", story.screening()));

        assertThat(story.status()).isEqualTo("MISSED");
        assertThat(ignored(story)).containsExactly("The pre-sale was secured when the screening was MISSED already.");
    }

    @Test
    void a_cancelled_screening_stays_cancelled_whatever_its_pre_sale_came_to() {
        for (String outcome : List.of("PresaleSecured", "PresaleMissed")) {
            Stories story = Stories.in(town).proposed().approved();
            story.move("cancel", "The roof leaks.", story.host());

            news.on(event(outcome, story.screening()));

            assertThat(story.status()).isEqualTo("CANCELLED");
            assertThat(types(story)).last().isEqualTo("ScreeningCancelled");
            assertThat(ignored(story)).singleElement().asString().endsWith("when the screening was CANCELLED already.");
        }
    }

    @RepeatedTest(10)
    void a_confirmation_that_meets_a_cancellation_ends_cancelled_with_both_sides_told() throws Exception {
        Stories story = Stories.in(town).proposed().approved();
        List<Callable<Object>> both = new ArrayList<>();
        both.add(() -> story.move("cancel", "The roof leaks.", story.host()).status());
        both.add(Executors.callable(() -> news.on(event("PresaleSecured", story.screening()))));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> done : threads.invokeAll(both)) {
                done.get();
            }
        }

        assertThat(story.status()).isEqualTo("CANCELLED");
        List<Told> told = town.told(story.screening().toString());
        assertThat(told).last().extracting(Told::type).isEqualTo("ScreeningCancelled");
        assertThat(told)
                .extracting(event -> event.body().path("sequence").asInt())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(types(story).contains("ScreeningConfirmed"))
                .isEqualTo(ignored(story).isEmpty());
    }

    @Test
    void of_a_pre_sale_s_other_news_nothing_is_made() {
        Stories story = Stories.in(town).proposed().approved();

        news.on(event("ThresholdReached", story.screening()));

        assertThat(story.status()).isEqualTo("ON_SALE");
    }

    @Test
    void news_of_an_unknown_screening_is_no_news_to_swallow() {
        assertThatThrownBy(() -> news.on(event("PresaleSecured", UUID.randomUUID())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static ConsumerRecord<String, byte[]> event(String type, UUID screening) {
        String body = """
                {"screeningId":"%s","sequence":7,"occurredAt":"2026-11-21T12:00:00Z","unheardOf":{"of":1}}""".formatted(screening);
        ConsumerRecord<String, byte[]> event = new ConsumerRecord<>(
                "ticketing-events", 0, 0, screening.toString(), body.getBytes(StandardCharsets.UTF_8));
        header(event, "ce_id", UUID.randomUUID().toString());
        header(event, "ce_source", "/ticketing");
        header(event, "ce_specversion", "1.0");
        header(event, "ce_type", "org.houselights." + type);
        header(event, "ce_time", "2026-11-21T12:00:00Z");
        header(event, "ce_subject", screening.toString());
        header(event, "ce_sequence", "7");
        header(event, "content-type", "application/json");
        return event;
    }

    private static void header(ConsumerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> types(Stories story) {
        return town.told(story.screening().toString()).stream().map(Told::type).toList();
    }

    private List<String> ignored(Stories story) {
        return town.get(story.path() + "/decisions", story.host())
                .body()
                .valueStream()
                .filter(decision -> !decision.path("applied").asBoolean())
                .map((JsonNode decision) -> decision.path("reason").asString())
                .toList();
    }
}
