package org.houselights.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A real PostgreSQL server as a child process. */
public final class Postgres implements AutoCloseable {

    /** Where a database is and how to enter it. */
    public record Database(String url, String username, String password) {}

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** A server on a free port whose data goes when it stops. */
    public static Postgres temporary() {
        return start(
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("max_connections", "300"));
    }

    /** A server whose data stays. */
    public static Postgres keeping(Path data, int port) {
        try {
            Files.createDirectories(data.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                // What was committed survives a power cut; the library's own choice is speed.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200"));
    }

    private static Postgres start(EmbeddedPostgres.Builder builder) {
        try {
            return new Postgres(builder.setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // The same order of text everywhere, whatever language this machine speaks.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database of this name with an owner of the same name, made if it isn't there. */
    public Database database(String name) {
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '%s'".formatted(name))) {
                statement.execute("create role %s login password '%s'".formatted(name, name));
            }
            if (!exists(statement, "select 1 from pg_database where datname = '%s'".formatted(name))) {
                statement.execute("create database %s owner %s".formatted(name, name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name, e);
        }
        return new Database("jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name), name, name);
    }

    /** The process of the server that keeps its data there; it outlives a launcher that is killed. */
    static long pid(Path data) {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
