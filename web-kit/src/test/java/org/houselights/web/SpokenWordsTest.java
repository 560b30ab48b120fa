package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.houselights.testkit.SpokenWords;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpokenWordsTest {

    private static final Sentence SENTENCE = Sentence.of("between", 1, 1200);

    @Test
    void everything_that_is_said_has_words_in_every_language() {
        assertThat(SpokenWords.mistakes()).isEmpty();
    }

    @Test
    void a_sentence_is_said_in_the_language_of_its_reader() {
        assertThat(SENTENCE.in(Locale.UK)).isEqualTo("must be between 1 and 1200");
        assertThat(SENTENCE.in(Locale.KOREA)).isEqualTo("1에서 1200 사이여야 합니다");
        assertThat(SENTENCE.in(Locale.FRENCH)).isEqualTo("must be between 1 and 1200");
    }

    @Test
    void it_is_said_in_english_where_nobody_waits() {
        assertThat(SENTENCE.said()).isEqualTo(SENTENCE.in(Locale.ENGLISH));

        LocaleContextHolder.setLocale(Locale.KOREAN);
        try {
            assertThat(SENTENCE.said()).isEqualTo(SENTENCE.in(Locale.KOREAN));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void what_it_speaks_of_is_written_as_its_reader_writes_it() {
        assertThat(refused(Money.of(1200, "USD"))).isEqualTo("거절되었습니다: US$12.00");
        assertThat(refused(LocalDateTime.parse("2026-12-12T19:30"))).isEqualTo("거절되었습니다: 2026년 12월 12일 19:30");
        assertThat(refused(LocalDate.parse("2026-12-12"))).isEqualTo("거절되었습니다: 2026년 12월 12일");
        assertThat(refused(Sentence.of("given"))).isEqualTo("거절되었습니다: 입력해 주세요");
    }

    private static String refused(Object because) {
        return Sentence.of("refused", because).in(Locale.KOREAN);
    }
}
