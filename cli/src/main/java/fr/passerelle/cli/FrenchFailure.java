package fr.passerelle.cli;

import fr.passerelle.batch.job.RunFailed;
import fr.passerelle.batch.job.ServerFault;
import fr.passerelle.journal.LogRefused;
import fr.passerelle.journal.fence.FenceLost;
import fr.passerelle.published.decision.DecisionRefused;
import fr.passerelle.published.result.HashMismatch;
import fr.passerelle.schemas.contract.RegistryException;
import fr.passerelle.schemas.contract.UndecodableRecord;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.File;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** What a command could not do, in a sentence. What nobody foresaw, or a server did, leaves its trace in the diagnostics. */
final class FrenchFailure implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        return Stream.<Throwable>iterate(SettingsFault.of(failure), t -> t != null, Throwable::getCause)
                .filter(FrenchFailure::isForPeople)
                .findFirst()
                .map(known -> said(known, line, typed(parsed)))
                .orElseGet(() -> unexpected(failure, line));
    }

    private static boolean isForPeople(Throwable t) {
        return t instanceof RunRefused
                || t instanceof HashMismatch
                || t instanceof RunFailed
                || t instanceof FenceLost
                || t instanceof LogRefused
                || t instanceof RegistryException
                || t instanceof UndecodableRecord
                || t instanceof DecisionRefused
                || t instanceof UnusableFile
                || t instanceof InvalidYaml
                || t instanceof IllegalArgumentException
                        && String.valueOf(t.getMessage()).contains("arème");
    }

    /** The last names of the paths that were typed: told back on the terminal of who typed them, and nowhere else. */
    private static Set<String> typed(CommandLine.ParseResult parsed) {
        if (!OutcomePrinter.onTerminal()) {
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
                        || known instanceof DecisionRefused
                        || known instanceof UnusableFile
                        || known instanceof InvalidYaml
                        || known instanceof IllegalArgumentException
                ? OutcomePrinter.WRONG_USE
                : OutcomePrinter.FAILED;
    }

    private static int unexpected(Exception failure, CommandLine line) {
        LoggerFactory.getLogger(FrenchFailure.class).error("Une commande a échoué", failure);
        line.getErr()
                .println(ServerFault.of(failure)
                        .orElseGet(() ->
                                "Erreur inattendue : " + failure.getClass().getSimpleName() + "."));
        return OutcomePrinter.FAILED;
    }
}
