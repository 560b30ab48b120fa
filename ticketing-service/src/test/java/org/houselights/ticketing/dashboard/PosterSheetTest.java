package org.houselights.ticketing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.TextLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosterSheetTest {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

    @Test
    void korean_breaks_between_words_as_english_does() {
        assertThat(String.join("|", lines("코드를 스캔해 표를 예매하세요. 카드는 저장만 합니다.", 120)))
                .contains("|")
                .doesNotContainPattern("[^ ]\\|");
        assertThat(String.join("|", lines("Scan the code and pledge your ticket.", 120)))
                .contains("|")
                .doesNotContainPattern("[^ ]\\|");
    }

    @Test
    void a_word_that_is_wider_than_the_line_breaks_where_it_must() {
        String word = "Donaudampfschifffahrtsgesellschaft";

        assertThat(String.join("", lines(word, 100))).isEqualTo(word);
        assertThat(lines("Die " + word, 100)).startsWith("Die ").hasSizeGreaterThan(2);
    }

    private static List<String> lines(String text, float width) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        for (TextLayout line : PosterSheet.lines(text, FONT, width)) {
            lines.add(text.substring(at, at + line.getCharacterCount()));
            at += line.getCharacterCount();
        }
        return lines;
    }
}
