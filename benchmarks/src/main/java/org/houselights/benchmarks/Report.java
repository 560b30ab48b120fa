package org.houselights.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says each figure as soon as it is measured, and all of them on a page in the end. */
final class Report {

    private static final int WIDTH = 320;

    private final List<Figure> figures = new ArrayList<>();

    void add(Figure figure) {
        figures.add(figure);
        System.out.println(figure.line());
    }

    boolean allMet() {
        return figures.stream().allMatch(Figure::isMet);
    }

    Path write(Path directory) {
        StringBuilder rows = new StringBuilder();
        figures.forEach(figure -> rows.append(row(figure)));
        String page = """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>How fast Houselights is</title>
                <style>
                  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
                  body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
                  table { border-collapse: collapse; width: 100%%; }
                  td, th { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #8884; vertical-align: middle; }
                  td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
                  .met { color: #2a7d3f; } .missed { color: #c0392b; }
                  @media (prefers-color-scheme: dark) { .met { color: #7bd88f; } .missed { color: #ff8a7a; } }
                </style>
                <h1>How fast Houselights is</h1>
                <p>Measured on %s with %d processors, Java %s. Each figure is the median of its rounds; the bar shows the median, the
                line from the least to the most, and the mark the goal. Machines differ and have moods: compare ratios, and only those of
                one run.</p>
                <table>
                <tr><th>figure<th>median<th>spread<th><th>goal</tr>
                %s</table>
                </html>
                """.formatted(
                        LocalDate.now(java.time.ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        rows);
        try {
            return Files.writeString(Files.createDirectories(directory).resolve("index.html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(Figure figure) {
        Figure.Goal goal = figure.goal();
        String verdict = goal == null
                ? ""
                : "<span class=\"%s\">%s %s: %s</span>"
                        .formatted(
                                figure.isMet() ? "met" : "missed",
                                goal.atLeast() ? "at least" : "at most",
                                Figure.number(goal.value()),
                                figure.isMet() ? "met" : "not met");
        return "<tr><td>%s<td class=\"number\">%s %s<td class=\"number\">%s to %s<td>%s<td>%s</tr>%n"
                .formatted(
                        figure.name().strip(),
                        Figure.number(figure.median()),
                        figure.unit(),
                        Figure.number(figure.least()),
                        Figure.number(figure.most()),
                        plot(figure),
                        verdict);
    }

    private static String plot(Figure figure) {
        Figure.Goal goal = figure.goal();
        double full = Math.max(figure.most(), goal == null ? 0 : goal.value()) * 1.05;
        if (full <= 0) {
            return "";
        }
        String mark = goal == null
                ? ""
                : line(goal.value() / full, goal.value() / full, 0, 20, "currentColor", "stroke-dasharray=\"2 2\"");
        return "<svg width=\"%d\" height=\"20\" role=\"img\" aria-label=\"\"><rect y=\"5\" height=\"10\" width=\"%.1f\" fill=\"#6a8caf\"/>%s%s</svg>"
                .formatted(
                        WIDTH,
                        WIDTH * figure.median() / full,
                        line(figure.least() / full, figure.most() / full, 10, 10, "currentColor", ""),
                        mark);
    }

    private static String line(double from, double to, int top, int bottom, String colour, String more) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" %s/>",
                WIDTH * from,
                WIDTH * to,
                top,
                bottom,
                colour,
                more);
    }
}
