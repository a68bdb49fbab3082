package fr.passerelle.cli.night;

import fr.passerelle.batch.nightly.LiveRuns;
import fr.passerelle.cli.command.Arguments.Month;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.published.origin.Registers;
import fr.passerelle.published.run.Run;
import fr.passerelle.sheets.form.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The registers that are known. */
@Command(name = "files", description = "Les registres importés : empreinte, ce qui vient d'eux, mois, exécution, état.")
public final class FilesCommand extends OperatorCommand {

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Registers.Register> all = context.read(Registers.class).all();
        Table<Registers.Register> table = Table.<Registers.Register>layout()
                .text("Empreinte", Registers.Register::brief)
                .text("Registre", Registers.Register::name)
                .text("Mois", it -> it.firstMonth() == null ? null : it.firstMonth() + " à " + it.lastMonth())
                .text("Exécution", it -> Run.idOf(it.importedBy()))
                .text("État", it -> it.withdrawn() ? "retiré" : "en vigueur")
                .integer("Tenus", Registers.Register::held)
                .of(all);
        answer(json, () -> all, () -> new TextTable(table).lines());
        return DONE;
    }

    @Command(
            name = "withdraw",
            description =
                    "Retire un registre : ce qu'il disait seul ne vaut plus, ce qu'il remplaçait revient ; puis note et"
                            + " publie.")
    public static final class WithdrawCommand extends RunCommand {

        @Parameters(
                paramLabel = "EMPREINTE",
                description =
                        "Au moins huit chiffres de son empreinte ; #2 derrière pour une feuille (« ./passerelle files"
                                + " »).")
        private String hash;

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "MOTIF",
                description =
                        "Pourquoi, en quelques mots : le motif est gardé avec l'exécution, les mots inconnus y sont"
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
}
