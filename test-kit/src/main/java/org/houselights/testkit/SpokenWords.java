package org.houselights.testkit;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what the code of a module says to people against its words: whatever is said has words, whatever has words is said, and Korean
 * tells all that English tells. What is said is found in the sources, which therefore name each sentence where they say it.
 */
public final class SpokenWords {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path ENGLISH = Path.of("src/main/resources/words/sentences.properties");
    private static final Path KOREAN = Path.of("src/main/resources/words/sentences_ko.properties");

    private static final Pattern SENTENCE = Pattern.compile("Sentence\\s*\\.of\\(\\s*(?:\"([\\w.-]+)\"\\s*[,)])?");
    private static final Pattern CONSTRAINT_MESSAGE = Pattern.compile("\"\\{([\\w.-]+)}\"");
    private static final Pattern CONSTRAINT = Pattern.compile("import (jakarta\\.validation\\.constraints\\.\\w+);");
    private static final Pattern NOT_FOUND = Pattern.compile("notFound\\(\\s*\"([^\"]+)\"\\s*\\)");
    private static final Pattern PROBLEM = Pattern.compile("(?:Problems\\s*\\.(?:conflict|unprocessable)\\("
            + "|(?:new ProblemException|super)\\(\\s*HttpStatus\\.\\w+,)\\s*\"([a-z-]+)\"");

    /** One that depends on how the word before it ends, which is not known. */
    private static final Pattern PARTICLE = Pattern.compile("[을를이가은는와과]\\([을를이가은는와과]\\)|\\(으\\)로");

    private final String sources;
    private final Properties english;
    private final Properties korean;

    private SpokenWords(String sources, Properties english, Properties korean) {
        this.sources = sources;
        this.english = english;
        this.korean = korean;
    }

    /** @return what doesn't fit in the module whose tests are running; nothing is as it should be */
    public static List<String> mistakes() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            String sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(SpokenWords::text)
                    .collect(Collectors.joining("\n"));
            return new SpokenWords(sources, read(ENGLISH), read(KOREAN)).all();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> all() {
        Set<Object> known = known();
        Set<String> said = said();
        return Stream.of(
                        said.stream().filter(key -> !known.contains(key)).map(key -> key + " has no words"),
                        english.stringPropertyNames().stream()
                                .filter(key -> !said.contains(key) && !isNamed(key))
                                .map(key -> key + " is never said"),
                        apart(english, korean).map(key -> key + " has no Korean words"),
                        apart(korean, english).map(key -> key + " has no English words"),
                        korean.stringPropertyNames().stream()
                                .filter(key -> english.containsKey(key) && !tellsTheSame(key))
                                .map(key -> key + " tells something else in Korean"),
                        korean.stringPropertyNames().stream()
                                .filter(key -> PARTICLE.matcher(korean.getProperty(key))
                                        .find())
                                .map(key -> key + " leaves the Korean reader to choose a particle"),
                        SENTENCE.matcher(sources)
                                .results()
                                .filter(found -> found.group(1) == null)
                                .map(found -> "a sentence is not named where it is said: "
                                        + sources.substring(found.start(), found.end() + 40)))
                .flatMap(mistakes -> mistakes)
                .sorted()
                .toList();
    }

    private Set<String> said() {
        Set<String> said = new TreeSet<>();
        said.addAll(found(SENTENCE, UnaryOperator.identity()));
        said.addAll(found(CONSTRAINT_MESSAGE, UnaryOperator.identity()));
        said.addAll(found(CONSTRAINT, constraint -> constraint + ".message"));
        said.addAll(found(NOT_FOUND, what -> "none." + what.replace(' ', '-')));
        said.addAll(found(PROBLEM, slug -> "title." + slug));
        return said;
    }

    private List<String> found(Pattern pattern, UnaryOperator<String> key) {
        return pattern.matcher(sources)
                .results()
                .filter(found -> found.group(1) != null)
                .map(found -> key.apply(found.group(1)))
                .toList();
    }

    /** A title may be that of a status, and a few sentences are asked for by name. */
    private boolean isNamed(String key) {
        return key.startsWith("title.") || key.startsWith("jakarta.") || sources.contains("\"" + key + "\"");
    }

    private boolean tellsTheSame(String key) {
        return arguments(english.getProperty(key)).equals(arguments(korean.getProperty(key)));
    }

    private static Set<String> arguments(String pattern) {
        return new MessageFormat(pattern).getArgumentNames();
    }

    private static Stream<String> apart(Properties words, Properties others) {
        return words.stringPropertyNames().stream().filter(key -> !others.containsKey(key));
    }

    /** What this module and those that it uses have words for. */
    private static Set<Object> known() {
        try {
            Properties all = new Properties();
            for (URL file : Collections.list(
                    SpokenWords.class.getClassLoader().getResources("words/" + ENGLISH.getFileName()))) {
                try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    all.load(reader);
                }
            }
            return all.keySet();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return words;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
