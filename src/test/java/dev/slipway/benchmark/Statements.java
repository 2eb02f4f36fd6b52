package dev.slipway.benchmark;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what is sent to a database, while it is told to; otherwise it is not in the way. A batch counts once. */
final class Statements {

    private final ConcurrentMap<String, LongAdder> executed = new ConcurrentHashMap<>();
    private final LongAdder commits = new LongAdder();
    private volatile boolean counting;

    DataSource of(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                return counting ? proxy(Connection.class, new Watched(connection, "")) : connection;
            }
        };
    }

    Count during(Runnable work) {
        executed.clear();
        commits.reset();
        counting = true;
        work.run();
        counting = false;
        return new Count(executed.values().stream().mapToLong(LongAdder::sum).sum(), commits.sum());
    }

    /** What was counted last, the most frequent first. */
    String ranking(int divisor) {
        return executed.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, LongAdder> entry) ->
                                entry.getValue().sum())
                        .reversed())
                .map(entry -> "%7.2f  %s"
                        .formatted(
                                entry.getValue().sum() / (double) divisor,
                                entry.getKey().replaceAll("\\s+", " ").strip()))
                .collect(joining("\n"));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** What was sent. */
    record Count(long statements, long commits) {}

    private final class Watched implements InvocationHandler {

        private final Object target;
        private final String sql;

        Watched(Object target, String sql) {
            this.target = target;
            this.sql = sql;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            try {
                var result = method.invoke(target, arguments);
                count(method, arguments);
                if (result instanceof PreparedStatement statement) {
                    return proxy(PreparedStatement.class, new Watched(statement, (String) arguments[0]));
                }
                return target instanceof Connection && result instanceof Statement statement
                        ? proxy(Statement.class, new Watched(statement, ""))
                        : result;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }

        private void count(Method method, Object[] arguments) {
            if (method.getName().startsWith("execute")) {
                var text = sql.isEmpty() && arguments != null ? (String) arguments[0] : sql;
                executed.computeIfAbsent(text, any -> new LongAdder())
                        .add(1 + text.chars().filter(letter -> letter == ';').count());
            } else if (method.getName().equals("commit")) {
                commits.increment();
            }
        }
    }
}
