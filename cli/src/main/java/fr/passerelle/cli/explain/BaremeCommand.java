package fr.passerelle.cli.explain;

import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Parameters.BaremeDifference;
import fr.passerelle.schemas.bareme.Parameters.Parameter;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.sheets.explanation.AlgorithmSheet;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.french.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Barèmes: what there is, whether one is well written, what it says, how two differ. Needs no server. */
@Command(
        name = "bareme",
        description = "Les barèmes : règlement d'intervention (aide) et jeu de règles (scores).",
        subcommands = {
            BaremeCommand.BaremeListCommand.class,
            BaremeCommand.BaremeCheckCommand.class,
            BaremeCommand.BaremeDiffCommand.class,
            BaremeCommand.BaremeShowCommand.class
        })
public final class BaremeCommand {

    private static final int SHORT = 12;

    @Command(name = "list", description = "Les barèmes livrés : identifiant, date, nature, empreinte, titre.")
    static final class BaremeListCommand extends OperatorCommand {

        @Option(names = "--json", description = "Un tableau JSON.")
        private boolean json;

        @Override
        public Integer call() {
            List<Bareme> all = Baremes.shipped().stream().map(Baremes::load).toList();
            Table<Bareme> table = Table.<Bareme>layout()
                    .text("Barème", Bareme::id)
                    .text("Date", Bareme::inForce)
                    .text("Nature", BaremeCommand::nature)
                    .text("Empreinte", bareme -> bareme.sha256().substring(0, SHORT))
                    .text("Titre", Bareme::title)
                    .of(all);
            answer(json, () -> all.stream().map(BaremeCommand::json).toList(), () -> new TextTable(table).lines());
            return DONE;
        }
    }

    @Command(name = "check", description = "Dit si des barèmes sont bien écrits et, sinon, tout ce qui est à corriger.")
    static final class BaremeCheckCommand extends OperatorCommand {

        @Parameters(arity = "1..*", paramLabel = "BAREME", description = "Des fichiers YAML, ou des barèmes livrés.")
        private List<String> baremes;

        @Override
        public Integer call() {
            long wrong = baremes.stream().filter(bareme -> !isRight(bareme)).count();
            return wrong == 0 ? DONE : WRONG_USE;
        }

        /** All of them are looked at: a list of what to correct is worth more than the first of them. */
        private boolean isRight(String bareme) {
            try {
                out().println(bareme + " : bien écrit. " + line(Baremes.load(bareme)));
                return true;
            } catch (InvalidYaml | IllegalArgumentException wrong) {
                err().println(bareme + " : " + wrong.getMessage());
                return false;
            }
        }
    }

    /** How two barèmes differ: in values, not in the words of their sources. */
    @Command(name = "diff", description = "En quoi deux barèmes diffèrent : chaque valeur de l'un et de l'autre.")
    static final class BaremeDiffCommand extends ObjectCommand {

        @Parameters(index = "0", paramLabel = "A", description = "Un barème livré, ou un fichier YAML.")
        private String first;

        @Parameters(index = "1", paramLabel = "B", description = "L'autre.")
        private String second;

        private record Comparison(
                Map<String, @Nullable Object> a, Map<String, @Nullable Object> b, List<BaremeDifference> differences) {}

        @Override
        public Integer call() {
            Bareme a = Baremes.load(first);
            Bareme b = Baremes.load(second);
            List<BaremeDifference> differences = BaremeDifference.between(a, b);
            return answer(() -> new Comparison(json(a), json(b), differences), () -> lines(a, b, differences));
        }

        private static List<String> lines(Bareme a, Bareme b, List<BaremeDifference> differences) {
            List<String> lines = new ArrayList<>(List.of("A. " + line(a), "B. " + line(b)));
            lines.addAll(
                    differences.isEmpty()
                            ? List.of("Aucune valeur ne diffère.")
                            : new TextTable(Table.<BaremeDifference>layout()
                                            .text("Paramètre", BaremeDifference::path)
                                            .text("A", BaremeDifference::before)
                                            .text("B", BaremeDifference::after)
                                            .of(differences))
                                    .lines());
            return lines;
        }
    }

    @Command(name = "show", description = "Ce que dit un barème : chaque valeur avec sa source.")
    static final class BaremeShowCommand extends ObjectCommand {

        @Parameters(paramLabel = "BAREME", description = "Un barème livré, ou un fichier YAML.")
        private String name;

        @Override
        public Integer call() {
            Bareme bareme = Baremes.load(name);
            List<Parameter> parameters = fr.passerelle.schemas.bareme.Parameters.of(bareme);
            return answer(() -> json(bareme, parameters), () -> lines(bareme, parameters));
        }

        private static List<String> lines(Bareme bareme, List<Parameter> parameters) {
            List<String> lines = new ArrayList<>(List.of(line(bareme)));
            lines.addAll(new TextTable(Table.<Parameter>layout()
                            .text("Paramètre", Parameter::path)
                            .text("Valeur", Parameter::value)
                            .text("Source", Parameter::source)
                            .of(parameters))
                    .lines());
            lines.add("%d valeurs, dont %d choix du projet que la Région peut changer."
                    .formatted(
                            parameters.size(),
                            parameters.stream()
                                    .filter(Parameter::isChoiceOfTheProject)
                                    .count()));
            return lines;
        }
    }

    private static Map<String, @Nullable Object> json(Bareme bareme) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", bareme.id());
        fields.put("titre", bareme.title());
        fields.put("en_vigueur", bareme.inForce().toString());
        fields.put("nature", bareme.nature().name());
        fields.put("empreinte", bareme.sha256());
        return fields;
    }

    private static Map<String, @Nullable Object> json(Bareme bareme, List<Parameter> parameters) {
        Map<String, @Nullable Object> fields = json(bareme);
        fields.put("parametres", parameters);
        return fields;
    }

    private static String nature(Bareme bareme) {
        return bareme.isIllustration() ? "illustration" : "voté";
    }

    private static String line(Bareme bareme) {
        return "Barème %s (%s) : %s, à la date du %s, empreinte %s"
                .formatted(
                        bareme.id(),
                        nature(bareme),
                        bareme.title(),
                        bareme.inForce(),
                        bareme.sha256().substring(0, SHORT));
    }

    /** The public sheet of the algorithm. Needs no server. */
    @Command(
            name = "algorithme",
            description =
                    "La fiche de l'algorithme à publier (article L312-1-3 du CRPA), en Markdown : finalité, données,"
                            + " règles, paramètres.")
    public static final class AlgorithmCommand extends OperatorCommand {

        private static final String SERVICE = "à préciser (clé passerelle.mention.service)";
        private static final String ADRESSE = "à préciser (clé passerelle.mention.adresse)";

        @Parameters(
                arity = "0..1",
                paramLabel = "BAREME",
                defaultValue = Baremes.DEFAULT,
                description = "Un barème livré, ou un fichier YAML ; sinon ${DEFAULT-VALUE}.")
        private String name;

        @Option(names = "--json", description = "Un objet JSON : le barème, ses paramètres et les règles.")
        private boolean json;

        @Option(
                names = "--registre-nl",
                description =
                        "Un objet JSON selon la norme de publication du registre néerlandais des algorithmes, 1.0.")
        private boolean dutch;

        @Override
        public Integer call() {
            Bareme bareme = Baremes.load(name);
            if (json && dutch) {
                throw wrongUse("Choisissez « --json » ou « --registre-nl ».");
            }
            if (json) {
                Map<String, @Nullable Object> fields = json(bareme, fr.passerelle.schemas.bareme.Parameters.of(bareme));
                fields.put("regles", AlgorithmSheet.rules());
                printJson(fields);
            } else {
                tell(bareme);
            }
            return DONE;
        }

        private void tell(Bareme bareme) {
            Mention mention =
                    context.configured("passerelle.mention", Mention.class).or(SERVICE, ADRESSE);
            if (dutch) {
                printJson(AlgorithmRegister.of(bareme, mention));
            } else {
                machines().print(AlgorithmSheet.of(bareme, mention));
                machines().flush();
            }
        }
    }
}
