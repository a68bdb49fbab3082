package fr.passerelle.cli;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Parameter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a barème says, each value with its source. */
@Command(name = "show", description = "Ce que dit un barème : chaque valeur avec sa source.")
final class BaremeShowCommand extends OperatorCommand {

    @Parameters(paramLabel = "BAREME", description = "Un barème livré, ou un fichier YAML.")
    private String name;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Bareme bareme = Baremes.load(name);
        List<Parameter> parameters = fr.passerelle.schemas.bareme.Parameters.of(bareme);
        if (json) {
            printJson(BaremeJson.of(bareme, parameters, null));
        } else {
            print(bareme, parameters);
        }
        return OutcomePrinter.DONE;
    }

    private void print(Bareme bareme, List<Parameter> parameters) {
        TextTable table = new TextTable(3, "Paramètre", "Valeur", "Source");
        parameters.forEach(parameter -> table.row(parameter.path(), parameter.value(), parameter.source()));
        out().println(BaremeText.line(bareme));
        table.lines().forEach(out()::println);
        long choices =
                parameters.stream().filter(Parameter::isChoiceOfTheProject).count();
        out().println("%d valeurs, dont %d choix du projet que la Région peut changer."
                .formatted(parameters.size(), choices));
    }
}
