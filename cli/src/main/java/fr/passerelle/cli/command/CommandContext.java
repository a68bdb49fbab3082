package fr.passerelle.cli.command;

import fr.passerelle.batch.PasserelleBatch;
import fr.passerelle.batch.server.DatabaseServer;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.fence.RunLock.ProcessName;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.place.PlaceTable.PlaceNames;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine;

/** The application behind the commands: its context is made the first time that a command asks for a part that does more than read. */
public final class CommandContext implements AutoCloseable {

    private final List<String> settings;
    private @Nullable ConfigurableApplicationContext context;
    private @Nullable Readers readers;
    private PrintStream progress = System.err;

    public CommandContext(List<String> settings) {
        this.settings = settings;
    }

    /** Tells progress on the output, unless that is for a machine: else, and where nobody asks, on the error stream. */
    public void tellProgress(boolean machine) {
        progress = machine ? System.err : System.out;
    }

    /** A part of the application. */
    public <T> T part(Class<T> type) {
        if (context == null) {
            context = builder().run(arguments());
        }
        return context.getBean(type);
    }

    /** A part that works on the database; refuses where that is not there, without which the part cannot even be made. */
    public <T> T partOnDatabase(Class<T> type) {
        part(DatabaseServer.class).need();
        return part(type);
    }

    /**
     * A part of the application for who only reads: of its context where that is there, since what it wrote is seen there alone; else made
     * without one. Where the database is not there, {@link fr.passerelle.schemas.fault.RunRefused} says so as the part first asks it.
     */
    public <T> T read(Class<T> type) {
        if (context != null) {
            return context.getBean(type);
        }
        if (readers == null) {
            readers = new Readers(environment());
        }
        return readers.part(type);
    }

    /** How people call the places that are published. */
    public PlaceNames currentNames() {
        return read(Runs.class).current().map(read(PlaceTable.class)::names).orElse(PlaceNames.NONE);
    }

    /** Settings under a prefix. */
    public <T> T configured(String prefix, Class<T> type) {
        return Binder.get(read(Environment.class)).bindOrCreate(prefix, type);
    }

    /** Makes commands, each with this programme if it works with one. */
    public CommandLine.IFactory factory() {
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                K made = CommandLine.defaultFactory().create(type);
                if (made instanceof OperatorCommand command) {
                    command.context = CommandContext.this;
                }
                return made;
            }
        };
    }

    /** The settings as the application has them, and the log that they ask for: it starts, and gives up once it has read them. */
    private ConfigurableEnvironment environment() {
        EnvironmentListener taken = new EnvironmentListener();
        try {
            SpringApplication.withHook(started -> taken, () -> {
                builder().run(arguments());
            });
        } catch (SpringApplication.AbandonedRunException enough) {
            return taken.environment;
        }
        throw new IllegalStateException("The application has no environment");
    }

    private String[] arguments() {
        FrenchFailure.requireNoFolder(settings);
        return settings.toArray(String[]::new);
    }

    private SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(PasserelleBatch.class)
                .properties(
                        "spring.config.name=passerelle-cli,passerelle-batch",
                        "spring.datasource.hikari.data-source-properties.ApplicationName=" + ProcessName.NAME)
                .initializers(made -> ((GenericApplicationContext) made)
                        .registerBean(RunProgress.class, () -> new LineProgress(progress)));
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
        if (readers != null) {
            readers.close();
        }
    }

    /** Ends a start where its settings are read. */
    private static final class EnvironmentListener implements SpringApplicationRunListener {

        @SuppressWarnings("NullAway.Init")
        private ConfigurableEnvironment environment;

        @Override
        public void environmentPrepared(ConfigurableBootstrapContext bootstrap, ConfigurableEnvironment prepared) {
            environment = prepared;
            throw new SpringApplication.AbandonedRunException();
        }
    }

    /**
     * The parts of the application for a command that only reads: each is made of what its constructor asks for, without a context of Spring, whose
     * start takes most of such a command's time. All see one state of the database, through one connection that may not write.
     */
    private static final class Readers implements AutoCloseable {

        private final Environment environment;
        private final Map<Class<?>, Supplier<?>> leaves = Map.of(
                Settings.class, () -> bound("passerelle", Bindable.of(Settings.class)),
                Namespace.class, () -> new Namespace(part(Settings.class).namespace()),
                ReferenceFacts.class, () -> part(Settings.class).referenceFacts(),
                Clock.class, Clock::systemUTC,
                DataSource.class, this::session,
                JdbcClient.class, () -> JdbcClient.create(part(DataSource.class)));
        private final Map<Class<?>, Object> made = new HashMap<>();
        private @Nullable SingleConnectionDataSource session;

        Readers(Environment environment) {
            this.environment = environment;
            made.put(Environment.class, environment);
        }

        /** A part, the same each time, unless only the application has it. Its first look at the database asks whether that is there. */
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
                return BeanUtils.instantiateClass(constructors[0], asked);
            } catch (BeanInstantiationException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private <T> T bound(String prefix, Bindable<T> type) {
            return Binder.get(environment).bind(prefix, type).get();
        }

        private DataSource session() {
            session = new ReadingSession();
            return session;
        }

        @Override
        public void close() {
            if (session != null) {
                session.close();
            }
        }

        /** One connection, in one transaction that only reads: rows come piece by piece, and no part needs one of its own. */
        private final class ReadingSession extends SingleConnectionDataSource {

            ReadingSession() {
                super(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"),
                        true);
                setConnectionProperties(
                        bound("spring.datasource.hikari.data-source-properties", Bindable.of(Properties.class)));
            }

            @Override
            protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
                part(DatabaseServer.class).need();
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

    /** One line a phase; on a terminal, a bar where the length is known. */
    private static final class LineProgress implements RunProgress {

        private static final int BAR = 30;
        private static final int NAME = 44;

        private final PrintStream out;
        private final boolean terminal = System.console() != null;
        private String phase = "";
        private long begun;

        LineProgress(PrintStream out) {
            this.out = out;
        }

        @Override
        public void begin(String name) {
            phase = name;
            begun = System.nanoTime();
            if (terminal) {
                out.print("\r" + padded());
                out.flush();
            }
        }

        @Override
        public void advance(long done, long total) {
            if (terminal && total > 0) {
                int full = Math.toIntExact(BAR * Math.min(done, total) / total);
                out.print(
                        "\r" + padded() + "[" + "█".repeat(full) + "·".repeat(BAR - full) + "] " + done + "/" + total);
                out.flush();
            }
        }

        @Override
        public void end(String summary) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            String line = padded() + summary + " (" + CommandFrench.seconds(seconds) + ")";
            out.print(terminal ? "\r\u001b[K" : "");
            TerminalLines.of(line).forEach(out::println);
        }

        private String padded() {
            return phase + " " + ".".repeat(Math.max(3, NAME - phase.length())) + " ";
        }
    }
}
