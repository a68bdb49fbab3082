package fr.passerelle.cli;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.BaremeDifference;
import fr.passerelle.schemas.bareme.Baremes;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How two barèmes differ: in values, not in the words of their sources. */
@Command(name = "diff", description = "En quoi deux barèmes diffèrent : chaque valeur de l'un et de l'autre.")
final class BaremeDiffCommand extends OperatorCommand {

    @Parameters(index = "0", paramLabel = "A", description = "Un barème livré, ou un fichier YAML.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "L'autre.")
    private String second;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    /** For machines. */
    private record Comparison(BaremeJson a, BaremeJson b, List<BaremeDifference> differences) {}

    @Override
    public Integer call() {
        Bareme a = Baremes.load(first);
        Bareme b = Baremes.load(second);
        List<BaremeDifference> differences = BaremeDifference.between(a, b);
        if (json) {
            printJson(new Comparison(BaremeJson.of(a), BaremeJson.of(b), differences));
        } else {
            print(a, b, differences);
        }
        return OutcomePrinter.DONE;
    }

    private void print(Bareme a, Bareme b, List<BaremeDifference> differences) {
        out().println("A. " + BaremeText.line(a));
        out().println("B. " + BaremeText.line(b));
        if (differences.isEmpty()) {
            out().println("Aucune valeur ne diffère.");
            return;
        }
        TextTable table = new TextTable(3, "Paramètre", "A", "B");
        differences.forEach(difference -> table.row(
                difference.path(),
                Objects.requireNonNullElse(difference.before(), CommandFrench.NONE),
                Objects.requireNonNullElse(difference.after(), CommandFrench.NONE)));
        table.lines().forEach(out()::println);
    }
}
