package fr.passerelle.demo;

import fr.passerelle.local.FrenchCommand;
import fr.passerelle.local.Workspace;
import fr.passerelle.local.server.Endpoints;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts all that is needed, runs the night of the reconstructed data, and stays until Ctrl-C. */
@Command(
        name = "demo",
        description = {
            "Démarre les serveurs, importe des données reconstituées, note, propose et affiche.",
            "Reste en place jusqu'à Ctrl-C. Code de sortie 0 si l'exécution a abouti, 1 sinon, 2 si la commande est"
                    + " mal écrite."
        })
public final class DemoCommand extends FrenchCommand implements Callable<Integer> {

    private static final int DONE_WITH_REJECTS = 3;

    private static final String DATA = """
        Passerelle : démonstration sur des DONNÉES RECONSTITUÉES.
        Aucune liste complète des salles ni aucun registre n'a jamais été publié : rien de ce qui suit ne vaut proposition.
        """;

    private static final String STAYS =
            "Tout reste en place : Ctrl-C arrête ce que la démonstration a démarré ; les données restent sous var/.\n";

    @Option(names = "--exit", description = "Termine aussitôt, et arrête ce qui a été démarré.")
    private boolean exit;

    @Option(
            names = "--json",
            description = "Finit par un objet JSON sur la sortie standard ; le reste va sur la sortie d'erreur.")
    private boolean json;

    /** Exit code: 0 done (its rejects are planted), 1 failed, 2 wrong use. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
        return line(new DemoCommand(), (e, arguments) -> "Commande mal écrite : " + String.join(" ", arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = Workspace.fromLauncher();
        PrintWriter progress = json ? streams().getErr() : streams().getOut();
        print(progress, DATA);
        try (Workstation workstation = Workstation.start(workspace, progress)) {
            int code = night(workspace, progress);
            print(progress, whereToLook(workstation));
            if (code == DONE && !exit) {
                print(progress, STAYS);
                workstation.stay();
            }
            return code;
        }
    }

    private int night(Workspace workspace, PrintWriter progress) throws IOException, InterruptedException {
        Night night = new Night(workspace, progress);
        night.resumeWhatWaits();
        int code = night.run(json);
        return code == DONE_WITH_REJECTS ? DONE : code;
    }

    private static String whereToLook(Workstation workstation) {
        Endpoints endpoints = workstation.endpoints();
        return """

            Où regarder ensuite
              Console                        %s (compte admin ; mot de passe : %s, à changer en entrant)
              ./passerelle runs              les exécutions, et ce que chacune a fait
              ./passerelle status            les serveurs et le traitement
              dev/demo/README.md             comment ces données ont été reconstituées
              dev/demo/data/ANOMALIES.csv    ce qui y a été planté : rejets, trous, fermetures, ruptures
              PostgreSQL                     %s, utilisateur %s (mot de passe dans var/passerelle.properties)
              Kafka                          %s : passerelle.transitions, .scores, .conversions, .plans, .answers, .runs
              Registre de schémas            %s
            Ces résultats portent sur des données reconstituées.
            """.formatted(
                        workstation.consoleAddress(),
                        workstation.consolePassword(),
                        endpoints.postgresUrl(),
                        endpoints.owner().user(),
                        endpoints.kafka().bootstrap(),
                        endpoints.registryUrl());
    }

    private static void print(PrintWriter out, String text) {
        out.print(text);
        out.flush();
    }
}
