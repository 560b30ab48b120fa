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
    void crowds_share_the_places_and_none_keeps_another_out() {
        comeIn("seoul train", 6);

        assertThat(comeIn("the defector", 6)).isEqualTo(3);
        assertThat(comeIn("a thousand pines", 6)).isEqualTo(2);
        entrance.letOut("seoul train");
        assertThat(entrance.letIn("seoul train")).isFalse();
    }

    @Test
    void each_of_more_crowds_than_places_has_one() {
        assertThat(IntStream.range(0, 20)).allMatch(film -> comeIn(film, 2) == (film < 3 ? 2 : 1));
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
