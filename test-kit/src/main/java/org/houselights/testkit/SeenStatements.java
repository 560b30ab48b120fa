package org.houselights.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Everything that services asked their databases for while the tests of this run were running; what tests ask for themselves is left
 * out. A statement counts anew when other values of it are null, since that is how optional conditions are left out.
 */
final class SeenStatements {

    private static final Pattern OF_INTEREST =
            Pattern.compile("\\s*(select|insert|update|delete|with)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final String OURS = "org.houselights.";
    private static final String NOT_ASKING = SeenStatements.class.getPackageName();

    private static final Map<String, SeenStatement> SEEN = new ConcurrentHashMap<>();
    private static volatile @Nullable Collection<String> askedForPages;

    private SeenStatements() {}

    static Collection<SeenStatement> all() {
        return List.copyOf(SEEN.values());
    }

    /** What is asked while a request is answered, statement by statement, as long as this runs. */
    static List<String> askedForPages(Runnable requests) {
        Collection<String> asked = new ConcurrentLinkedQueue<>();
        askedForPages = asked;
        try {
            requests.run();
        } finally {
            askedForPages = null;
        }
        return List.copyOf(asked);
    }

    static DataSource watch(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return watched(Connection.class, super.getConnection(), SeenStatements::connection);
            }
        };
    }

    private static Object connection(Object connection, Method method, Object[] arguments) throws Throwable {
        Object answer = invoke(connection, method, arguments);
        if (answer instanceof PreparedStatement statement) {
            return watched(PreparedStatement.class, statement, new Prepared((String) arguments[0]));
        }
        return answer instanceof Statement statement
                ? watched(Statement.class, statement, SeenStatements::plain)
                : answer;
    }

    private static Object plain(Object statement, Method method, Object[] arguments) throws Throwable {
        if (method.getName().startsWith("execute") && arguments.length > 0) {
            see((String) arguments[0], List.of());
        }
        return invoke(statement, method, arguments);
    }

    /** Remembers what was bound last, and forgets it where a batch begins its next row. */
    private static final class Prepared implements Call {

        private final String sql;
        private final Map<Object, SeenStatement.Binding> bound = new TreeMap<>();

        Prepared(String sql) {
            this.sql = sql;
        }

        @Override
        public Object on(Object statement, Method method, Object[] arguments) throws Throwable {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                bound.put(arguments[0], new SeenStatement.Binding(method, Arrays.asList(arguments.clone())));
            } else if (method.getName().startsWith("execute")
                    || method.getName().equals("addBatch")) {
                see(sql, new ArrayList<>(bound.values()));
            }
            return invoke(statement, method, arguments);
        }
    }

    private static void see(String sql, List<SeenStatement.Binding> values) {
        Collection<String> asked = askedForPages;
        if (asked != null && OF_INTEREST.matcher(sql).matches() && isForRequest()) {
            asked.add(sql);
        }
        String key = values.stream()
                .filter(value -> value.setter().getName().equals("setNull")
                        || value.arguments().get(1) == null)
                .map(value -> value.arguments().getFirst().toString())
                .collect(Collectors.joining(",", sql, ""));
        if (!SEEN.containsKey(key) && OF_INTEREST.matcher(sql).matches()) {
            asking().ifPresent(by -> SEEN.put(key, new SeenStatement(sql, values, by)));
        }
    }

    /** The class of a service that asks; empty when a test asks, or a library by itself. */
    private static Optional<String> asking() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                .filter(type -> type.getName().startsWith(OURS)
                        && !type.getPackageName().equals(NOT_ASKING))
                .findFirst()
                .filter(type -> !isOfTests(type.getProtectionDomain().getCodeSource()))
                .map(type -> type.getSimpleName().replaceAll("\\$\\$.*", "")));
    }

    private static boolean isForRequest() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                .anyMatch(type -> type.getName().equals("jakarta.servlet.http.HttpServlet")));
    }

    private static boolean isOfTests(CodeSource source) {
        return source == null || source.getLocation().getPath().matches(".*(/test-classes/|-tests\\.jar)");
    }

    @FunctionalInterface
    private interface Call {
        Object on(Object target, Method method, Object[] arguments) throws Throwable;
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is itself and nothing else
    private static <T> T watched(Class<T> type, T target, Call call) {
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call.on(target, method, arguments == null ? new Object[0] : arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
