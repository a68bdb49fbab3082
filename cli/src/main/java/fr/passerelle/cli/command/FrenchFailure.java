package fr.passerelle.cli.command;

import fr.passerelle.batch.job.ServerFault;
import fr.passerelle.cli.command.OperatorCommand.ShowingCommand;
import fr.passerelle.published.result.Results.HashMismatch;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import picocli.CommandLine;

/** What a command could not do, in a sentence. What nobody foresaw, or a server did, leaves its trace in the diagnostics. */
public final class FrenchFailure implements CommandLine.IExecutionExceptionHandler {

    private static final String VAR = "--passerelle.var=";
    private static final String FILE =
            "Le fichier de réglages « passerelle.properties » ne peut pas être lu : vérifiez que c'est un fichier de"
                + " lignes « clé=valeur », où une barre oblique inversée s'écrit deux fois, et que vous avez le droit"
                + " de le lire.";
    private static final String READING = "org.springframework.boot.context.config.";

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        return causes(cause(failure))
                .filter(FrenchFailure::isForPeople)
                .findFirst()
                .map(known -> said(known, line, typed(parsed)))
                .orElseGet(() -> unexpected(failure, line));
    }

    private static boolean isForPeople(Throwable t) {
        return t instanceof RunRefused
                || t instanceof HashMismatch
                || t instanceof OutsideFault
                || t instanceof UndecodableRecord
                || t instanceof UnusableFile
                || t instanceof InvalidYaml
                || t instanceof IllegalArgumentException
                        && String.valueOf(t.getMessage()).contains("arème");
    }

    /** The last names of the paths that were typed: told back on the terminal of who typed them, and nowhere else. */
    private static Set<String> typed(CommandLine.ParseResult parsed) {
        if (!OperatorCommand.onTerminal()) {
            return Set.of();
        }
        return parsed.originalArgs().stream()
                .map(word -> word.substring(word.lastIndexOf(File.separatorChar) + 1))
                .map(word -> word.substring(word.indexOf('=') + 1))
                .collect(Collectors.toSet());
    }

    private static int said(Throwable known, CommandLine line, Set<String> typed) {
        boolean shows = line.getCommandSpec().userObject() instanceof ShowingCommand;
        line.getErr()
                .println(
                        known instanceof UnusableFile file
                                ? shows ? file.shown() : file.shown(typed)
                                : known.getMessage());
        return known instanceof RunRefused refused && refused.isWrongUse()
                        || known instanceof UnusableFile
                        || known instanceof InvalidYaml
                        || known instanceof IllegalArgumentException
                ? OperatorCommand.WRONG_USE
                : OperatorCommand.FAILED;
    }

    private static int unexpected(Exception failure, CommandLine line) {
        LoggerFactory.getLogger(FrenchFailure.class).error("Une commande a échoué", failure);
        line.getErr()
                .println(ServerFault.of(failure)
                        .orElseGet(() ->
                                "Erreur inattendue : " + failure.getClass().getSimpleName() + "."));
        return OperatorCommand.FAILED;
    }

    /** What a failure to start or to make a part comes from: the same failure, where the settings are not at fault. */
    private static Exception cause(Exception failure) {
        return causes(failure)
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .reduce((outer, inner) -> inner)
                .<Exception>map(FrenchFailure::setting)
                .or(() -> causes(failure)
                        .filter(cause -> Arrays.stream(cause.getStackTrace())
                                .anyMatch(frame -> frame.getClassName().startsWith(READING)))
                        .findFirst()
                        .map(cause -> new UnusableFile(FILE, failure)))
                .orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause);
    }

    private static Exception setting(BindException failure) {
        return new UnusableFile(
                "Le réglage « %s » ne peut pas être lu : donnez-lui un nombre, une durée (comme 5s) ou une adresse, selon ce qu'il est, dans « passerelle.properties », dans une variable PASSERELLE_… ou par --%1$s=…"
                        .formatted(failure.getName()),
                failure);
    }

    /** @throws UnusableFile when a folder stands where the settings should be: the framework would pass it over */
    static void requireNoFolder(List<String> settings) {
        String given = settings.stream()
                .filter(setting -> setting.startsWith(VAR))
                .map(setting -> setting.substring(VAR.length()))
                .findFirst()
                .orElseGet(() -> System.getProperty("passerelle.var", "var"));
        if (Files.isDirectory(Path.of(given, "passerelle.properties"))) {
            throw new UnusableFile(FILE);
        }
    }

    /** Says that a failure to start is told elsewhere: as a sentence, or in the log as what nobody foresaw. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Reporter implements SpringBootExceptionReporter {

        Reporter(ConfigurableApplicationContext context) {}

        @Override
        public boolean reportException(Throwable failure) {
            return true;
        }
    }
}
