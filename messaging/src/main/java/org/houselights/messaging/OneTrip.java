package org.houselights.messaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Statements that go to the database together: one way there and back, however many they are. Where a row is held meanwhile and hundreds wait
 * for it, the ways are most of the time.
 *
 * <p>They are carried out one after the other, in the caller's transaction. Rows that are written together are given {@link #column column} by column, so
 * that the text is the same for any number of them and the database prepares it once.
 */
public final class OneTrip {

    private final StringJoiner statements = new StringJoiner(";\n");
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /**
     * @param statement one that returns no rows
     * @param values of its question marks
     */
    public void add(String statement, @Nullable Object... values) {
        statements.add(statement);
        parameters.addAll(Arrays.asList(values));
    }

    /** A column of rows that are written together: as texts, which the database reads as what they are. */
    public static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(row -> {
                    Object known = value.apply(row);
                    return known == null ? null : known.toString();
                })
                .toArray(String[]::new);
    }

    public void make(JdbcOperations jdbc) {
        if (statements.length() > 0) {
            jdbc.update(statements.toString(), parameters.toArray());
        }
    }
}
