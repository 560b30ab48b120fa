package org.houselights.messaging;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Statements that go to the database together: one way there and back, however many they are. Where a row is held meanwhile and hundreds wait
 * for it, the ways are most of the time.
 *
 * <p>They are carried out one after the other, in the caller's transaction; each sees what was committed before it began, also while one before
 * it waited for a lock. Rows that are written together are given {@link #column column} by column, so that the text is the same for any number
 * of them and the database prepares it once.
 */
public final class OneTrip {

    private final StringJoiner statements = new StringJoiner(";\n");
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final List<RowCallbackHandler> readers = new ArrayList<>();

    /**
     * The first of a transaction whose statements are planned once, for any number of rows: or else each small group is planned for its size, which
     * takes as long as its commit. A plan that is kept must not be one for tables that happened to be empty, so it goes by indexes.
     */
    public static OneTrip plannedOnce() {
        OneTrip trip = new OneTrip();
        trip.add("set local plan_cache_mode = force_generic_plan");
        trip.add("set local enable_seqscan = off");
        return trip;
    }

    /**
     * @param statement one that returns no rows
     * @param values of its question marks
     */
    public void add(String statement, @Nullable Object... values) {
        statements.add(statement);
        parameters.addAll(Arrays.asList(values));
    }

    /**
     * @param question a statement that returns rows
     * @param reader is shown each of them when the trip is made
     * @param values of its question marks
     */
    public void ask(String question, RowCallbackHandler reader, @Nullable Object... values) {
        add(question, values);
        readers.add(reader);
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

    @SuppressWarnings("NullAway") // a callback has nothing to return
    public void make(JdbcOperations jdbc) {
        if (statements.length() > 0) {
            jdbc.execute(statements.toString(), (PreparedStatement statement) -> {
                new ArgumentPreparedStatementSetter(parameters.toArray()).setValues(statement);
                read(statement);
                return null;
            });
        }
    }

    /**
     * As the last one of a transaction, whose commit goes along: whoever waits for its rows has them one way sooner. It is still the caller's
     * to end the transaction, which has nothing left to do then; what is written in between would be a transaction of its own.
     */
    public void makeAndCommit(JdbcOperations jdbc) {
        add("commit");
        make(jdbc);
    }

    private void read(PreparedStatement statement) throws SQLException {
        Iterator<RowCallbackHandler> next = readers.iterator();
        boolean rows = statement.execute();
        while (rows || statement.getUpdateCount() >= 0) {
            if (rows) {
                RowCallbackHandler reader = next.next();
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        reader.processRow(row);
                    }
                }
            }
            rows = statement.getMoreResults();
        }
    }
}
