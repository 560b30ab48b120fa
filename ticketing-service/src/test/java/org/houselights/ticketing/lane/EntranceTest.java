package org.houselights.ticketing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntranceTest {

    private final Entrance entrance = new Entrance(6);

    @Test
    void a_crowd_that_is_alone_has_all_places() {
        assertThat(comeIn("seoul train", 7)).isEqualTo(6);

        entrance.letOut("seoul train");

        assertThat(comeIn("seoul train", 2)).isEqualTo(1);
    }

    @Test
    void a_crowd_takes_what_others_leave() {
        comeIn("the defector", 1);

        assertThat(comeIn("seoul train", 6)).isEqualTo(5);
    }

    @Test
    void when_no_place_is_left_those_with_less_than_their_share_come_in_all_the_same() {
        comeIn("seoul train", 6);

        assertThat(comeIn("the defector", 6)).isEqualTo(3);
        assertThat(comeIn("a thousand pines", 6)).isEqualTo(2);
        entrance.letOut("seoul train");
        assertThat(entrance.isOpenFor("seoul train")).isFalse();
        assertThat(entrance.letIn("seoul train")).isFalse();
    }

    @Test
    void there_are_never_more_than_twice_as_many_inside_as_there_are_places() {
        assertThat(IntStream.range(0, 100).mapToLong(film -> comeIn(film, 6)).sum())
                .isBetween(6L, 12L);
    }

    @Test
    void whoever_has_left_takes_no_place() {
        comeIn("the defector", 2);
        entrance.letOut("the defector");
        entrance.letOut("the defector");

        assertThat(comeIn("seoul train", 7)).isEqualTo(6);
    }

    /** How many of those who come were let in. */
    private long comeIn(Object crowd, int people) {
        return IntStream.range(0, people).filter(any -> entrance.letIn(crowd)).count();
    }
}
