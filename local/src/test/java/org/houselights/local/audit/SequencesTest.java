package org.houselights.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SequencesTest {

    private static final Told OPENED = told("PresaleOpened", "pre-sale 1", 1);
    private static final Told REACHED = told("ThresholdReached", "pre-sale 1", 2);
    private static final Told SECURED = told("PresaleSecured", "pre-sale 1", 3);
    private static final Told PLEDGED = told("OrderPledged", "order 7", 1);

    @Test
    void every_subject_is_counted_by_itself_and_what_comes_again_is_no_news() {
        Sequences sequences = told(OPENED, PLEDGED, REACHED, OPENED, PLEDGED, SECURED, REACHED);

        assertThat(sequences.breaks()).isEmpty();
        assertThat(sequences.latest("pre-sale 1")).isEqualTo(3);
        assertThat(sequences.latest("order 7")).isEqualTo(1);
        assertThat(sequences.latest("order 8")).isZero();
    }

    @Test
    void one_event_may_be_the_news_of_several() {
        UUID together = UUID.randomUUID();
        Told seventh = new Told(Topics.TICKETING, "1", together, "OrdersPledged", "order 7", 1);
        Told eighth = new Told(Topics.TICKETING, "1", together, "OrdersPledged", "order 8", 1);

        Sequences sequences = told(OPENED, seventh, eighth, seventh, eighth);

        assertThat(sequences.breaks()).isEmpty();
        assertThat(sequences.latest("order 7")).isEqualTo(1);
        assertThat(sequences.latest("order 8")).isEqualTo(1);
    }

    @Test
    void two_neighbours_in_the_wrong_order_are_found() {
        assertThat(told(OPENED, SECURED, REACHED).breaks()).hasSize(2);
    }

    @Test
    void one_that_is_missing_is_found_in_the_middle_and_at_the_start() {
        assertThat(told(OPENED, SECURED).breaks())
                .containsExactly("Of the pre-sale 1, PresaleSecured with the number 3 was told after number 1.");
        assertThat(told(REACHED, SECURED).breaks())
                .containsExactly("Of the pre-sale 1, ThresholdReached with the number 2 was told after number 0.");
    }

    @Test
    void a_broker_that_has_forgotten_the_start_is_not_blamed_for_it() {
        assertThat(Sequences.of(new Topics(List.of(REACHED, SECURED), false)).breaks())
                .isEmpty();
    }

    private static Sequences told(Told... events) {
        return Sequences.of(new Topics(List.of(events), true));
    }

    private static Told told(String type, String subject, long number) {
        return new Told(Topics.TICKETING, "1", UUID.randomUUID(), type, subject, number);
    }
}
