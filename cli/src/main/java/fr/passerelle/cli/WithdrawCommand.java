package fr.passerelle.cli;

import fr.passerelle.batch.nightly.RegisterWithdrawal;
import fr.passerelle.published.result.Reports;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a register back. */
@Command(
        name = "withdraw",
        description =
                "Retire un registre : ce qu'il disait seul ne vaut plus, ce qu'il remplaçait revient ; puis note et"
                        + " publie.")
final class WithdrawCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "EMPREINTE",
            description = "Au moins huit chiffres de son empreinte (« ./passerelle files »).")
    @SuppressWarnings("NullAway.Init")
    private String hash;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "MOTIF",
            description = "Pourquoi, en quelques mots : le motif est gardé avec l'exécution, les mots inconnus y sont"
                    + " masqués.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(
            names = "--as-of",
            paramLabel = "AAAA-MM",
            description = "Mois de la situation ; sinon, le dernier mois de fréquentation qui reste.")
    private @Nullable String asOf;

    @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    WithdrawCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--reason : « » ne dit pas pourquoi.");
        }
        if (asOf != null && !asOf.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--as-of : « " + asOf + " » n'est pas un mois AAAA-MM.");
        }
        if (json) {
            context.keepOutputForMachines();
        }
        return new OutcomePrinter(context.part(Reports.class), spec.commandLine(), json)
                .print(context.partOnDatabase(RegisterWithdrawal.class).withdraw(hash, reason, asOf));
    }
}
