package org.houselights.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.houselights.testkit.SpokenWords;
import org.junit.jupiter.api.Test;

class SpokenWordsTest {

    @Test
    void everything_that_is_said_has_words_in_every_language() {
        assertThat(SpokenWords.mistakes()).isEmpty();
    }
}
