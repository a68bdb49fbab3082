package fr.passerelle.cli;

import fr.passerelle.batch.server.Servers;
import fr.passerelle.journal.fence.ProcessName;
import fr.passerelle.published.place.PlaceNames;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine;

/** The application behind the commands: its context is made the first time that a command asks for a part of it. */
final class CommandContext implements AutoCloseable {

    private final Class<?> application;
    private final List<String> settings;
    private @Nullable ConfigurableApplicationContext context;
    private boolean quietOutput;

    CommandContext(Class<?> application, List<String> settings) {
        this.application = application;
        this.settings = settings;
    }

    /** Keeps the output for what a machine reads: progress goes to the error stream. */
    void keepOutputForMachines() {
        quietOutput = true;
    }

    /** A part of the application. */
    <T> T part(Class<T> type) {
        if (context == null) {
            context = open();
        }
        return context.getBean(type);
    }

    /**
     * A part that works on the database: asked whether it is there first, since the part cannot even be made without it.
     *
     * @throws fr.passerelle.schemas.fault.RunRefused when it is not there
     */
    <T> T partOnDatabase(Class<T> type) {
        part(Servers.class).needDatabase();
        return part(type);
    }

    /** How people call the places that are published. */
    PlaceNames currentNames() {
        return part(Runs.class).current().map(part(PlaceTable.class)::names).orElse(PlaceNames.NONE);
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

    private ConfigurableApplicationContext open() {
        SettingsFault.requireNoFolder(settings);
        RunProgress progress = new LineProgress(quietOutput ? System.err : System.out);
        return new SpringApplicationBuilder(application)
                .properties(
                        "spring.config.name=passerelle-cli,passerelle-batch",
                        "spring.datasource.hikari.data-source-properties.ApplicationName=" + ProcessName.NAME)
                .initializers(
                        made -> ((GenericApplicationContext) made).registerBean(RunProgress.class, () -> progress))
                .run(settings.toArray(String[]::new));
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
