package fr.passerelle.cli;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The barèmes that are shipped. */
@Command(name = "list", description = "Les barèmes livrés : identifiant, date, nature, empreinte, titre.")
final class BaremeListCommand extends OperatorCommand {

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Bareme> all = Baremes.shipped().stream().map(Baremes::load).toList();
        answer(json, () -> all.stream().map(BaremeJson::of).toList(), () -> table(all).lines());
        return OutcomePrinter.DONE;
    }

    private static TextTable table(List<Bareme> all) {
        TextTable table = new TextTable(5, "Barème", "Date", "Nature", "Empreinte", "Titre");
        all.forEach(bareme -> table.row(
                bareme.id(),
                bareme.inForce().toString(),
                BaremeText.nature(bareme),
                bareme.sha256().substring(0, BaremeText.SHORT),
                bareme.title()));
        return table;
    }
}
