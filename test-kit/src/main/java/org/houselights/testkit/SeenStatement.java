package org.houselights.testkit;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Something that a service asked its database for, with the values that it asked for first.
 *
 * @param by the class that asked
 */
record SeenStatement(String sql, List<Binding> values, String by) {

    /** One call that bound a value. */
    record Binding(Method setter, List<Object> arguments) {

        private void repeat(PreparedStatement statement) throws SQLException {
            try {
                setter.invoke(statement, arguments.toArray());
            } catch (ReflectiveOperationException e) {
                throw new SQLException("cannot bind " + arguments, e);
            }
        }
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (Binding value : values) {
            value.repeat(statement);
        }
    }
}
