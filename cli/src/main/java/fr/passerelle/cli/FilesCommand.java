package fr.passerelle.cli;

import fr.passerelle.published.origin.Registers;
import fr.passerelle.published.run.Run;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The registers that are known. */
@Command(name = "files", description = "Les registres importés : empreinte, ce qui vient d'eux, mois, exécution, état.")
final class FilesCommand extends ApplicationCommand {

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        List<Registers.Register> all = context.read(Registers.class).all();
        answer(json, () -> all, () -> table(all).lines());
        return OutcomePrinter.DONE;
    }

    private static TextTable table(List<Registers.Register> all) {
        TextTable table = new TextTable(5, "Empreinte", "Registre", "Mois", "Exécution", "État", "Tenus");
        all.forEach(register -> table.row(
                register.brief(),
                register.name(),
                months(register),
                Run.idOf(register.importedBy()),
                register.withdrawn() ? "retiré" : "en vigueur",
                CommandFrench.number(register.held())));
        return table;
    }

    private static String months(Registers.Register register) {
        return register.firstMonth() == null
                ? CommandFrench.NONE
                : register.firstMonth() + " à " + register.lastMonth();
    }
}
