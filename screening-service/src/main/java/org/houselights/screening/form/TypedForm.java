package org.houselights.screening.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.houselights.web.Ids;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A form with lists as somebody types it. Single fields are sent under their names; the rows of a list as repeated parameters
 * {@code list.column}, every row with every column, in their order.
 */
public final class TypedForm {

    private static final int MOST_ROWS = 60;

    private final Map<String, List<String>> lists;
    private final Set<String> given;
    private final Map<String, String> fields = new TreeMap<>();
    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

    /**
     * @param lists and the columns of each
     * @param given the columns that a new row begins with: nobody has to type them, and they don't count as typed
     */
    public TypedForm(Map<String, List<String>> lists, Set<String> given) {
        this.lists = lists;
        this.given = given;
        lists.keySet().forEach(list -> rows.put(list, new ArrayList<>()));
    }

    /** Takes in what a browser sent. */
    public TypedForm read(MultiValueMap<String, String> sent) {
        sent.forEach((name, values) -> {
            if (!name.contains(".") && !name.startsWith("_")) {
                put(name, values.getFirst());
            }
        });
        lists.forEach((list, columns) -> {
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
                rows(list).add(row);
            });
        });
        return this;
    }

    private static List<String> values(MultiValueMap<String, String> sent, String list, String column) {
        return sent.getOrDefault(list + "." + column, List.of());
    }

    private static String words(@Nullable String typed) {
        return Objects.requireNonNullElse(Typed.text(typed), "");
    }

    public TypedForm put(String field, @Nullable Object value) {
        fields.put(field, words(value == null ? null : value.toString()));
        return this;
    }

    /** Adds a row; what is not given is empty. */
    public TypedForm add(String list, Map<String, String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        Objects.requireNonNull(lists.get(list)).forEach(column -> row.put(column, cells.getOrDefault(column, "")));
        rows(list).add(row);
        return this;
    }

    /**
     * Adds an empty row to a list.
     *
     * @param wish the list's name, and after a dot the kind of the row if it has one, such as {@code licences.FLAT_FEE}
     * @return where the row is on the page, such as {@code licences[2]}
     */
    public String addEmptyRow(String wish) {
        String[] parts = wish.split("\\.", 2);
        if (!lists.containsKey(parts[0])) {
            throw Problems.invalid("add", Sentence.of("typed.row"));
        }
        add(parts[0], Map.of("id", Ids.next().toString(), "kind", parts.length > 1 ? parts[1] : ""));
        return "%s[%d]".formatted(parts[0], rows(parts[0]).size() - 1);
    }

    /** Takes out the rows in which nothing is typed. */
    public TypedForm withoutEmptyRows() {
        rows.values().forEach(list -> list.removeIf(this::isEmpty));
        return this;
    }

    private boolean isEmpty(Map<String, String> row) {
        return row.entrySet().stream()
                .allMatch(
                        cell -> given.contains(cell.getKey()) || cell.getValue().isEmpty());
    }

    /** Empty if it is not given. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public List<Map<String, String>> rows(String list) {
        return Objects.requireNonNull(rows.get(list), list);
    }
}
