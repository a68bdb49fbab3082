package fr.passerelle.local;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.schemas.yaml.NearestWord;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of a workstation. */
@Command(
        name = "passerelle",
        description = "Serveurs et traitement sur ce poste.",
        subcommands = {UpCommand.class, StatusCommand.class, DownCommand.class})
public final class LocalCommand extends FrenchCommand {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    /** Exit code: 0 done, 1 failed, 2 wrong use. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, for another program that starts or stops a workstation: output and exit code are the caller's to choose. */
    public static CommandLine commandLine() {
        return new CommandLine(new LocalCommand())
                .setParameterExceptionHandler(LocalCommand::wrongUse)
                .setExecutionExceptionHandler(LocalCommand::failed);
    }

    private static int wrongUse(ParameterException e, String[] arguments) {
        say(e.getCommandLine(), sentence(e) + " (--help montre l'aide).");
        return WRONG_USE;
    }

    private static String sentence(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unknown ->
                "Argument inconnu : " + String.join(" ", unknown.getUnmatched())
                        + NearestWord.hint(
                                unknown.getUnmatched().getFirst(),
                                unknown.getCommandLine()
                                        .getCommandSpec()
                                        .optionsMap()
                                        .keySet());
            default -> "Commande mal écrite : " + e.getMessage();
        };
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof LocalFault fault) {
            say(command, fault.getMessage());
            return FAILED;
        }
        throw e;
    }

    private static void say(CommandLine command, @Nullable String sentence) {
        PrintWriter err = command.getErr();
        err.println(sentence);
        err.flush();
    }
}
