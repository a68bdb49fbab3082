package fr.passerelle.cli;

import fr.passerelle.batch.server.DatabaseServer;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.published.Namespace;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The parts of the application for a command that only reads: each is made of what its constructor asks for, without a context of Spring, whose
 * start takes most of such a command's time. All see one state of the database, through one connection that may not write.
 */
final class Readers implements AutoCloseable {

    private final Environment environment;
    private final Map<Class<?>, Supplier<?>> leaves = Map.of(
            Environment.class, this::environment,
            Settings.class, () -> bound("passerelle", Bindable.of(Settings.class)),
            Namespace.class, () -> new Namespace(part(Settings.class).namespace()),
            ReferenceFacts.class, () -> part(Settings.class).referenceFacts(),
            Clock.class, Clock::systemUTC,
            DataSource.class, this::session,
            JdbcClient.class, () -> JdbcClient.create(part(DataSource.class)));
    private final Map<Class<?>, Object> made = new HashMap<>();
    private @Nullable SingleConnectionDataSource session;

    /** @param environment the settings, as the application reads them */
    Readers(Environment environment) {
        this.environment = environment;
    }

    /**
     * A part, the same each time. Its first look at the database asks whether that is there.
     *
     * @throws IllegalStateException when it asks for what only the application has
     */
    <T> T part(Class<T> type) {
        Object part = made.get(type);
        if (part == null) {
            part = leaves.getOrDefault(type, () -> constructed(type)).get();
            made.put(type, part);
        }
        return type.cast(part);
    }

    private Object constructed(Class<?> type) {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1 || !type.getName().startsWith("fr.passerelle.")) {
            throw new IllegalStateException(type + " is no part that reads");
        }
        Object[] asked = Arrays.stream(constructors[0].getParameterTypes())
                .map(this::part)
                .toArray();
        try {
            constructors[0].setAccessible(true);
            return constructors[0].newInstance(asked);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Environment environment() {
        return environment;
    }

    private <T> T bound(String prefix, Bindable<T> type) {
        return Binder.get(environment).bind(prefix, type).get();
    }

    private DataSource session() {
        session = new ReadingSession(
                part(DatabaseServer.class),
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
        session.setConnectionProperties(
                bound("spring.datasource.hikari.data-source-properties", Bindable.of(Properties.class)));
        return session;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }

    /** One connection, in one transaction that only reads: rows come piece by piece, and no part needs one of its own. */
    private static final class ReadingSession extends SingleConnectionDataSource {

        private final DatabaseServer database;

        ReadingSession(DatabaseServer database, String url, String user, String password) {
            super(url, user, password, true);
            this.database = database;
        }

        @Override
        protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
            database.need();
            return super.getConnectionFromDriver(properties);
        }

        @Override
        protected void prepareConnection(Connection connection) throws SQLException {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        }
    }
}
