package org.houselights.seeds;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tickets of one pledge: {@code 2 full}, or {@code 2 full + 1 concession}. */
public record Tickets(@JsonValue List<Line> lines) {

    private static final Pattern LINE = Pattern.compile("(10|[1-9]) (full|concession|wheelchair|companion)");
    private static final int LARGEST = 10;

    /** @param type as the API calls it */
    public record Line(String type, int quantity) {

        private static Line of(String text) {
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                throw new IllegalArgumentException(
                        "'%s' are no tickets such as '2 full + 1 concession'".formatted(text));
            }
            return new Line(line.group(2).toUpperCase(Locale.ROOT), Integer.parseInt(line.group(1)));
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Tickets of(String text) {
        var tickets =
                new Tickets(Stream.of(text.split(" \\+ ", -1)).map(Line::of).toList());
        int all = tickets.lines.stream().mapToInt(Line::quantity).sum();
        if (all > LARGEST) {
            throw new IllegalArgumentException("%d tickets are more than the %d of one order".formatted(all, LARGEST));
        }
        return tickets;
    }

    /** How many of them are seats of the house; places for wheelchairs are counted apart. */
    int seats() {
        return lines.stream()
                .filter(line -> line.type().equals("FULL") || line.type().equals("CONCESSION"))
                .mapToInt(Line::quantity)
                .sum();
    }
}
