package fr.passerelle.demo;

import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts all that is needed, runs the night of the reconstructed data, and stays until Ctrl-C. */
@Command(
        name = "demo",
        synopsisHeading = "Usage : ",
        optionListHeading = "%nOptions :%n",
        description = {
            "Démarre les serveurs, importe des données reconstituées, note, propose et affiche.",
            "Reste en place jusqu'à Ctrl-C. Code de sortie 0 si l'exécution a abouti, 1 sinon, 2 si la commande est"
                    + " mal écrite."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int DONE_WITH_REJECTS = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--exit", description = "Termine aussitôt, et arrête ce qui a été démarré.")
    private boolean exit;

    @Option(
            names = "--json",
            description = "Finit par un objet JSON sur la sortie standard ; le reste va sur la sortie d'erreur.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Montre cette aide.")
    private boolean help;

    /** Exit code: 0 done (its rejects are planted), 1 failed, 2 wrong use. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line of {@code demo}. */
    public static CommandLine commandLine() {
        return new CommandLine(new DemoCommand())
                .setParameterExceptionHandler(DemoCommand::wrongUse)
                .setExecutionExceptionHandler(DemoCommand::failed);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = Workspace.fromLauncher();
        PrintWriter progress = progress();
        Guide guide = new Guide(progress);
        guide.sayWhatTheDataAre();
        try (Workstation workstation = Workstation.start(workspace, progress)) {
            int code = night(workspace, progress);
            guide.sayWhereToLook(workstation.endpoints(), workstation.consoleAddress(), workstation.consolePassword());
            if (code == DONE && !exit) {
                guide.sayHowToStop();
                workstation.stay();
            }
            return code;
        }
    }

    private int night(Workspace workspace, PrintWriter progress) throws IOException, InterruptedException {
        Night night = new Night(new BatchProgram(workspace), progress);
        night.resumeWhatWaits();
        int code = night.run(json);
        return code == DONE_WITH_REJECTS ? DONE : code;
    }

    private PrintWriter progress() {
        return json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    }

    private static int wrongUse(CommandLine.ParameterException e, String[] arguments) {
        say(e.getCommandLine(), "Commande mal écrite : " + String.join(" ", arguments) + " (--help montre l'aide).");
        return WRONG_USE;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof LocalFault fault) {
            say(command, String.valueOf(fault.getMessage()));
            return FAILED;
        }
        throw e;
    }

    private static void say(CommandLine command, String sentence) {
        command.getErr().println(sentence);
        command.getErr().flush();
    }
}
