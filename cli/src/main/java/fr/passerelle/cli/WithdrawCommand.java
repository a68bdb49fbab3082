package fr.passerelle.cli;

import fr.passerelle.batch.nightly.LiveRuns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a register back. */
@Command(
        name = "withdraw",
        description =
                "Retire un registre : ce qu'il disait seul ne vaut plus, ce qu'il remplaçait revient ; puis note et"
                        + " publie.")
final class WithdrawCommand extends RunCommand {

    @Parameters(
            paramLabel = "EMPREINTE",
            description =
                    "Au moins huit chiffres de son empreinte ; #2 derrière pour une feuille (« ./passerelle files »).")
    private String hash;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "MOTIF",
            description = "Pourquoi, en quelques mots : le motif est gardé avec l'exécution, les mots inconnus y sont"
                    + " masqués.")
    private String reason;

    @Option(
            names = "--as-of",
            paramLabel = "AAAA-MM",
            converter = Month.class,
            description = "Mois de la situation ; sinon, le dernier mois de fréquentation qui reste.")
    private @Nullable String asOf;

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw wrongUse("--reason : « » ne dit pas pourquoi.");
        }
        return conclude(() -> context.partOnDatabase(LiveRuns.class).withdraw(hash, reason, asOf));
    }
}
