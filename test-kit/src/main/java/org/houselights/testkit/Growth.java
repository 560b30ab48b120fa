package org.houselights.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.houselights.local.Postgres;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks whether anything takes longer because the house has been open for longer. All that the tests of this run made the service ask its
 * database for is asked again in two houses, one with ten times the past of the other and the same work to do. Whatever reads a table
 * from one end to the other there, or touches more pages in the older house, is a trouble.
 *
 * <p>It is asked by the last test of a module: by itself, it has seen nothing.
 */
public final class Growth {

    /** Indexes are a level deeper, and a batch may meet rows that are further apart. */
    private static final double MORE = 1.5;

    private static final long A_FEW_PAGES = 50;

    /** What belongs to the transaction. There is nothing to plan for it. */
    private static final Pattern UNPLANNED = Pattern.compile("commit|set local ");

    private static final JsonMapper JSON = new JsonMapper();

    private final String[] migrations;
    private final Map<String, String> small = new LinkedHashMap<>();
    private final Map<String, String> excused = new LinkedHashMap<>();

    private Growth(String... migrations) {
        this.migrations = migrations;
    }

    /**
     * @param migrations where Flyway finds those of the module; {@code growth.sql} in its test resources makes the past, for
     *     {@code current_setting('house.age')} of 1 or 10, after that of the tables which all services have
     */
    public static Growth of(String... migrations) {
        Growth growth = new Growth(migrations);
        growth.small.put("flyway_schema_history", "a row for each version");
        growth.small.put("outbox_trouble", "a row for each key that the broker refuses, until an operator mends it");
        growth.excuse(
                "(select count(*) from outbox o where o.topic = t.topic and o.key = t.key) as waiting",
                "asked by an operator while something is wrong; an index for it would cost every event");
        return growth;
    }

    /** Names a table that doesn't grow with what happens. */
    public Growth stays(String table, String why) {
        small.put(table, why);
        return this;
    }

    /** Lets statements with this part pass. */
    public Growth excuse(String part, String why) {
        excused.put(flat(part), why);
        return this;
    }

    /** How many statements the run has seen so far. */
    public static int seen() {
        return SeenStatements.all().size();
    }

    /** What takes longer in an older house, and tables that nobody thought of; empty is as it should be. */
    public List<String> troubles() {
        try (Connection young = house(1);
                Connection old = house(10)) {
            Set<String> growing = growing(young, old);
            Stream<String> forgotten = tables(old).keySet().stream()
                    .filter(table -> !growing.contains(table) && !small.containsKey(table))
                    .map(table -> table + " neither grows in growth.sql nor is said to stay small");
            Set<String> slower = new TreeSet<>();
            for (SeenStatement statement : SeenStatements.all()) {
                if (excused.keySet().stream().noneMatch(flat(statement.sql())::contains)) {
                    String trouble = trouble(statement, young, old, growing);
                    if (!trouble.isEmpty()) {
                        slower.add("%s: %s%n    %s".formatted(statement.by(), trouble, flat(statement.sql())));
                    }
                }
            }
            return Stream.concat(forgotten, slower.stream()).toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String trouble(SeenStatement statement, Connection young, Connection old, Set<String> growing)
            throws SQLException {
        Plan before = Plan.of(statement, young);
        Plan now = Plan.of(statement, old);
        String read = now.readWholly().stream().filter(growing::contains).collect(Collectors.joining(", "));
        if (!read.isEmpty()) {
            return "reads all of " + read;
        }
        return now.pages() > before.pages() * MORE + A_FEW_PAGES
                ? "touches %d pages where %d did".formatted(now.pages(), before.pages())
                : "";
    }

    /**
     * How PostgreSQL does it.
     *
     * @param pages that it touched; 0 where it could only be planned, because what it refers to is not in this house
     */
    private record Plan(Set<String> readWholly, long pages) {

        static Plan of(SeenStatement statement, Connection house) throws SQLException {
            try {
                Plan cold = run("analyze, timing off, summary off, ", statement, house);
                Plan warm = run("analyze, timing off, summary off, ", statement, house);
                return cold.pages() < warm.pages() ? cold : warm;
            } catch (SQLException refused) {
                return run("", statement, house);
            }
        }

        private static Plan run(String how, SeenStatement statement, Connection house) throws SQLException {
            Set<String> read = new TreeSet<>();
            long pages = 0;
            try (PreparedStatement explain = house.prepareStatement(explained(how, statement.sql()))) {
                statement.bind(explain);
                for (boolean more = explain.execute(); more; more = explain.getMoreResults()) {
                    try (ResultSet answer = explain.getResultSet()) {
                        answer.next();
                        JsonNode plan =
                                JSON.readTree(answer.getString(1)).path(0).path("Plan");
                        addReadWholly(plan, read);
                        pages += plan.path("Shared Hit Blocks").asLong(0)
                                + plan.path("Shared Read Blocks").asLong(0);
                    }
                }
                return new Plan(read, pages);
            } finally {
                house.rollback();
            }
        }

        /** Several may have been sent together. */
        private static String explained(String how, String statements) {
            return Stream.of(statements.split(";\n", -1))
                    .filter(statement -> !UNPLANNED.matcher(statement).lookingAt())
                    .map("explain (%sformat json) ".formatted(how)::concat)
                    .collect(Collectors.joining(";\n"));
        }

        private static void addReadWholly(JsonNode node, Set<String> tables) {
            if (node.path("Node Type").asString("").equals("Seq Scan")) {
                tables.add(node.path("Relation Name").asString(""));
            }
            node.path("Plans").forEach(below -> addReadWholly(below, tables));
        }
    }

    private Connection house(int age) throws SQLException {
        Postgres.Database empty = Backbone.newDatabase();
        Flyway.configure()
                .dataSource(empty.url(), empty.username(), empty.password())
                .locations(migrations)
                .load()
                .migrate();
        Connection connection = DriverManager.getConnection(empty.url(), empty.username(), empty.password());
        try (Statement fill = connection.createStatement()) {
            fill.execute("select set_config('house.age', '%d', false)".formatted(age));
            fill.execute(text("growth/everywhere.sql"));
            fill.execute(text("growth.sql"));
            fill.execute("vacuum analyze");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static Set<String> growing(Connection young, Connection old) throws SQLException {
        Map<String, Long> before = tables(young);
        return tables(old).entrySet().stream()
                .filter(table -> table.getValue() > before.getOrDefault(table.getKey(), 0L) * 5)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The tables with their numbers of rows. */
    private static Map<String, Long> tables(Connection house) throws SQLException {
        Map<String, Long> tables = new TreeMap<>();
        try (Statement statement = house.createStatement();
                ResultSet row = statement.executeQuery(
                        "select relname, reltuples::bigint from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
            while (row.next()) {
                tables.put(row.getString(1), row.getLong(2));
            }
        }
        return tables;
    }

    private static String flat(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
