package org.houselights.local.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.houselights.local.Plan;
import org.houselights.local.Service;
import org.houselights.local.Trouble;

/** The database of a service as it was at one moment; all questions are about the same one. */
final class Database implements AutoCloseable {

    private final Service service;
    private final Connection connection;

    private Database(Service service, Connection connection) {
        this.service = service;
        this.connection = connection;
    }

    static Database of(Plan plan, Service service) {
        try {
            Connection connection = DriverManager.getConnection(plan.database(service), service.id(), service.id());
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Database(service, connection);
        } catch (SQLException e) {
            throw new Trouble("The database of %s can't be read at %s: %s"
                    .formatted(service.id(), plan.database(service), e.getMessage()));
        }
    }

    Service service() {
        return service;
    }

    /** Makes something of one row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String question, Reader<T> reader) {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            var answers = new ArrayList<T>();
            while (rows.next()) {
                answers.add(reader.read(rows));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException("%s could not be asked: %s".formatted(service.id(), question), e);
        }
    }

    /** Asks questions whose every row is a sentence about something that should not be. */
    Stream<String> sentences(List<String> questions) {
        return questions.stream().flatMap(question -> rows(question, row -> row.getString(1)).stream());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
