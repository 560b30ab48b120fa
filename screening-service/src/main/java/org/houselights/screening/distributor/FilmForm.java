package org.houselights.screening.distributor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.houselights.screening.form.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A film as its distributor types it. Single fields are sent under their names; the rows of a list as repeated parameters
 * {@code list.column}, every row with every column, in their order.
 */
final class FilmForm {

    /** The lists of a film and the columns of each. Licences have the columns of all kinds; those of other kinds stay empty. */
    static final Map<String, List<String>> LISTS = lists();

    private static final int MOST_ROWS = 60;

    /** What a new row begins with that nobody has to type, and that doesn't count as typed. */
    private static final List<String> GIVEN = List.of("kind", "id", "result", "currency");

    private final Map<String, String> fields = new TreeMap<>();
    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

    FilmForm() {
        LISTS.keySet().forEach(list -> rows.put(list, new ArrayList<>()));
    }

    private static Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("otherTitles", List.of("language", "title"));
        lists.put("makers", List.of("name", "role", "biography"));
        lists.put("credits", List.of("role", "names"));
        lists.put("awards", List.of("organisation", "award", "year", "result"));
        lists.put("press", List.of("source", "quote", "page"));
        lists.put("broadcasts", List.of("territory", "channel", "programme", "startsAt", "timeZone"));
        lists.put("watch", List.of("name", "kind", "territories", "page"));
        lists.put(
                "licences",
                List.of(
                        "kind",
                        "id",
                        "territories",
                        "from",
                        "to",
                        "leadTimeDays",
                        "currency",
                        "licenceMinimum",
                        "share",
                        "hostShare",
                        "fees",
                        "priceFloor",
                        "priceCeiling"));
        return lists;
    }

    static FilmForm typed(MultiValueMap<String, String> sent) {
        FilmForm form = new FilmForm();
        sent.forEach((name, values) -> {
            if (!name.contains(".") && !name.startsWith("_")) {
                form.put(name, values.getFirst());
            }
        });
        LISTS.forEach((list, columns) -> {
            int count = columns.stream()
                    .mapToInt(column -> values(sent, list, column).size())
                    .max()
                    .orElse(0);
            IntStream.range(0, Math.min(count, MOST_ROWS)).forEach(at -> {
                Map<String, String> row = new LinkedHashMap<>();
                for (String column : columns) {
                    List<String> values = values(sent, list, column);
                    row.put(column, at < values.size() ? words(values.get(at)) : "");
                }
                form.rows(list).add(row);
            });
        });
        return form;
    }

    private static List<String> values(MultiValueMap<String, String> sent, String list, String column) {
        return sent.getOrDefault(list + "." + column, List.of());
    }

    private static String words(@Nullable String typed) {
        return Objects.requireNonNullElse(Typed.text(typed), "");
    }

    FilmForm put(String field, @Nullable Object value) {
        fields.put(field, words(value == null ? null : value.toString()));
        return this;
    }

    /** Adds a row; what is not given is empty. */
    FilmForm add(String list, Map<String, String> given) {
        Map<String, String> row = new LinkedHashMap<>();
        Objects.requireNonNull(LISTS.get(list)).forEach(column -> row.put(column, given.getOrDefault(column, "")));
        rows(list).add(row);
        return this;
    }

    /** Takes out the rows in which nothing is typed. */
    FilmForm withoutEmptyRows() {
        rows.values().forEach(list -> list.removeIf(FilmForm::isEmpty));
        return this;
    }

    private static boolean isEmpty(Map<String, String> row) {
        return row.entrySet().stream()
                .allMatch(
                        cell -> GIVEN.contains(cell.getKey()) || cell.getValue().isEmpty());
    }

    /** Empty if it is not given. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public List<Map<String, String>> rows(String list) {
        return Objects.requireNonNull(rows.get(list), list);
    }
}
