package fr.passerelle.cli;

import fr.passerelle.batch.PasserelleBatch;
import fr.passerelle.batch.server.DatabaseServer;
import fr.passerelle.journal.fence.ProcessName;
import fr.passerelle.published.place.PlaceNames;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine;

/** The application behind the commands: its context is made the first time that a command asks for a part that does more than read. */
final class CommandContext implements AutoCloseable {

    private final List<String> settings;
    private @Nullable ConfigurableApplicationContext context;
    private @Nullable Readers readers;
    private boolean quietOutput;

    CommandContext(List<String> settings) {
        this.settings = settings;
    }

    /** Keeps the output for what a machine reads: progress goes to the error stream. */
    void keepOutputForMachines() {
        quietOutput = true;
    }

    /** A part of the application. */
    <T> T part(Class<T> type) {
        if (context == null) {
            context = builder().run(arguments());
        }
        return context.getBean(type);
    }

    /**
     * A part that works on the database: asked whether it is there first, since the part cannot even be made without it.
     *
     * @throws fr.passerelle.schemas.fault.RunRefused when it is not there
     */
    <T> T partOnDatabase(Class<T> type) {
        part(DatabaseServer.class).need();
        return part(type);
    }

    /**
     * A part of the application for who only reads: of its context where that is there, since what it wrote is seen there alone; else made
     * without one. Where the database is not there, {@link fr.passerelle.schemas.fault.RunRefused} says so as the part first asks it.
     */
    <T> T read(Class<T> type) {
        if (context != null) {
            return context.getBean(type);
        }
        if (readers == null) {
            readers = new Readers(environment());
        }
        return readers.part(type);
    }

    /** How people call the places that are published. */
    PlaceNames currentNames() {
        return read(Runs.class).current().map(read(PlaceTable.class)::names).orElse(PlaceNames.NONE);
    }

    /** Makes commands, each with this programme if it works with one. */
    CommandLine.IFactory factory() {
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                K made = CommandLine.defaultFactory().create(type);
                if (made instanceof ApplicationCommand command) {
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
        SettingsFault.requireNoFolder(settings);
        return settings.toArray(String[]::new);
    }

    private SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(PasserelleBatch.class)
                .properties(
                        "spring.config.name=passerelle-cli,passerelle-batch",
                        "spring.datasource.hikari.data-source-properties.ApplicationName=" + ProcessName.NAME)
                .initializers(made -> ((GenericApplicationContext) made)
                        .registerBean(
                                RunProgress.class, () -> new LineProgress(quietOutput ? System.err : System.out)));
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
}
