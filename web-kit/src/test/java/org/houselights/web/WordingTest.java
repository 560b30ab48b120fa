package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordingTest {

    private static final String TICKETS = "{0, plural, one {# ticket} other {# tickets}}";

    @Test
    void numbers_have_their_plurals() {
        Wording wording = Wording.of(TICKETS, Locale.ENGLISH);

        assertThat(wording.say(new Object[] {1})).isEqualTo("1 ticket");
        assertThat(wording.say(new Object[] {1200})).isEqualTo("1,200 tickets");
    }

    @Test
    void arguments_may_have_names() {
        assertThat(Wording.of("{film} in {city}", Locale.ENGLISH)
                        .say(Map.of("film", "Seoul Train", "city", "Brooklyn")))
                .isEqualTo("Seoul Train in Brooklyn");
    }

    @Test
    void what_has_nothing_to_fill_in_is_read_like_every_other_message() {
        assertThat(Wording.of("It''s '{'free'}'", Locale.ENGLISH).say(new Object[0]))
                .isEqualTo("It's {free}");
    }

    @Test
    void any_number_may_have_it_said_at_once() {
        Wording wording = Wording.of(TICKETS, Locale.ENGLISH);

        assertThat(IntStream.rangeClosed(2, 20_000).parallel().mapToObj(count -> wording.say(new Object[] {count})))
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 20_000)
                        .mapToObj(count -> String.format(Locale.ROOT, "%,d tickets", count))
                        .toList());
    }

    @Test
    void a_pattern_that_is_none_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wording.of("{0, plural, one {", Locale.ENGLISH));
    }
}
