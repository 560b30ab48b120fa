package org.houselights.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.houselights.web.page.Languages;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordsTest {

    private static final ResourceBundle ENGLISH = words(Locale.ROOT);

    static Stream<Locale> otherLanguages() {
        return Languages.SPOKEN.stream().filter(language -> !language.equals(Locale.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void every_letter_is_written_in_every_language_of_the_pages(Locale language) {
        assertThat(words(language).getLocale()).isEqualTo(language);
        assertThat(words(language).keySet()).isEqualTo(ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void no_language_mentions_what_the_english_letter_does_not_know(Locale language) {
        ResourceBundle translated = words(language);

        assertThat(translated.keySet())
                .allSatisfy(key -> assertThat(mentioned(translated.getString(key)))
                        .as(key)
                        .isSubsetOf(mentionedInTheLetterOf(key)));
    }

    /** A Korean particle follows the last sound of the word before it, and nobody knows that of a title or a name. */
    @Test
    void no_korean_particle_depends_on_a_word_that_is_put_in() {
        ResourceBundle korean = words(Locale.KOREAN);

        assertThat(korean.keySet())
                .allSatisfy(key -> assertThat(korean.getString(key))
                        .as(key)
                        .doesNotContainPattern("\\{\\w+}[〉”]?(을|를|이|가|은|는|과|와|으?로|이?나|이?며|이?고|아|야)(?![가-힣])"));
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "words.mail", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static Set<String> mentionedInTheLetterOf(String key) {
        String letter = key.split("\\.", 2)[0];
        return ENGLISH.keySet().stream()
                .filter(other -> other.split("\\.", 2)[0].equals(letter))
                .flatMap(other -> mentioned(ENGLISH.getString(other)).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> mentioned(String message) {
        MessagePattern pattern = new MessagePattern(message);
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .map(pattern::getSubstring)
                .collect(Collectors.toSet());
    }
}
