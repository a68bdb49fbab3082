package fr.passerelle.cli;

import fr.passerelle.cli.algorithm.AlgorithmRegister;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.sheets.explanation.AlgorithmSheet;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The public sheet of the algorithm. Needs no server. */
@Command(
        name = "algorithme",
        description = "La fiche de l'algorithme à publier (article L312-1-3 du CRPA), en Markdown : finalité, données,"
                + " règles, paramètres.")
final class AlgorithmCommand extends ApplicationCommand {

    @picocli.CommandLine.Parameters(
            arity = "0..1",
            paramLabel = "BAREME",
            defaultValue = Baremes.DEFAULT,
            description = "Un barème livré, ou un fichier YAML ; sinon ${DEFAULT-VALUE}.")
    private String name;

    @Option(names = "--json", description = "Un objet JSON : le barème, ses paramètres et les règles.")
    private boolean json;

    @Option(
            names = "--registre-nl",
            description = "Un objet JSON selon la norme de publication du registre néerlandais des algorithmes, 1.0.")
    private boolean dutch;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Bareme bareme = Baremes.load(name);
        machines().print(text(bareme));
        machines().flush();
        return OutcomePrinter.DONE;
    }

    private String text(Bareme bareme) {
        if (json && dutch) {
            throw wrongUse("Choisissez « --json » ou « --registre-nl ».");
        }
        if (dutch) {
            return register(bareme);
        }
        return json ? json(bareme) : sheet(bareme);
    }

    private String register(Bareme bareme) {
        Mention mention = Mention.of(context.read(Environment.class));
        return RecordJson.write(AlgorithmRegister.of(bareme, mention.serviceOrHow(), mention.adresseOrHow()))
                + System.lineSeparator();
    }

    private String sheet(Bareme bareme) {
        Mention mention = Mention.of(context.read(Environment.class));
        return AlgorithmSheet.of(bareme, mention.serviceOrHow(), mention.adresseOrHow());
    }

    private static String json(Bareme bareme) {
        return RecordJson.write(BaremeJson.of(bareme, Parameters.of(bareme), AlgorithmSheet.rules()))
                + System.lineSeparator();
    }
}
