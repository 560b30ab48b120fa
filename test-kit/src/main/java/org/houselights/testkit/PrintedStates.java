package org.houselights.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The states of one aggregate as {@code docs/states.md} shows them: a diagram and a table, printed from its transition
 * table, so that the page can't say anything else than the code. A test gathers the steps and asks for
 * {@link #areOnThePage()}; where the page differs, the failure shows the text to paste between the markers.
 */
public final class PrintedStates {

    /** Seen from a module's directory, where its tests run. */
    private static final Path PAGE = Path.of("..", "docs", "states.md");

    private final String aggregate;
    private final Set<String> first;
    private final Set<String> all;
    private final List<Step> steps = new ArrayList<>();

    private record Step(String from, String to, String by) {

        String arrow() {
            return "    %s --> %s%s".formatted(from, to, by.isEmpty() ? "" : ": " + by);
        }

        String cell() {
            return by.isEmpty() ? "`" + to + "`" : by + " → `" + to + "`";
        }
    }

    private PrintedStates(String aggregate, Set<String> first, Set<String> all) {
        this.aggregate = aggregate;
        this.first = first;
        this.all = all;
    }

    /**
     * @param aggregate whose states they are, as the page's markers call it
     * @param all in the order of the table
     * @param first those in which it comes into being
     */
    public static <S extends Enum<S>> PrintedStates of(String aggregate, S[] all, Set<S> first) {
        return new PrintedStates(aggregate, names(first.stream()), names(Stream.of(all)));
    }

    private static <S extends Enum<S>> Set<String> names(Stream<S> states) {
        return states.map(Enum::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Adds one step.
     *
     * @param by the move that leads there, in words; empty where the table names none
     */
    public PrintedStates step(Enum<?> from, Enum<?> to, String by) {
        steps.add(new Step(from.name(), to.name(), by));
        return this;
    }

    /** Fails, showing the text to paste, unless the page says the same. */
    public void areOnThePage() {
        String begin = "<!-- printed: %s -->\n".formatted(aggregate);
        String end = "<!-- end: %s -->".formatted(aggregate);
        String page = read();
        assertThat(page).as("the markers of %s in %s", aggregate, PAGE).contains(begin, end);
        assertThat(page.substring(page.indexOf(begin) + begin.length(), page.indexOf(end)))
                .as("%s: paste this between the markers of %s%n%s", PAGE, aggregate, text())
                .isEqualTo(text());
    }

    private String text() {
        return diagram() + "\n" + table();
    }

    private String diagram() {
        Stream<String> begins = first.stream().map("    [*] --> %s"::formatted);
        Stream<String> arrows = steps.stream().map(Step::arrow);
        Stream<String> ends = all.stream().filter(this::isLast).map("    %s --> [*]"::formatted);
        return Stream.of(begins, arrows, ends)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```\n"));
    }

    private String table() {
        return all.stream()
                .map(state -> "| `%s` | %s |\n".formatted(state, isLast(state) ? "ends here" : next(state)))
                .collect(Collectors.joining("", "| state | what may follow |\n| --- | --- |\n", ""));
    }

    private String next(String state) {
        return steps.stream()
                .filter(step -> step.from().equals(state))
                .map(Step::cell)
                .collect(Collectors.joining(", "));
    }

    private boolean isLast(String state) {
        return steps.stream().noneMatch(step -> step.from().equals(state));
    }

    private static String read() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
