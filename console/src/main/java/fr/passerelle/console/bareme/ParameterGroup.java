package fr.passerelle.console.bareme;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Parameter;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.texts.bareme.ParameterLine;
import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers of the barème about one thing.
 *
 * @param code of the thing, for its title
 */
public record ParameterGroup(String code, List<ParameterLine> lines) {

    /** What the paths of a group are like. */
    private enum Part {
        REGLEMENT("reglement\\..*"),
        FENETRE("jeu_de_regles\\.(fenetre\\..*|seuil)"),
        BESOIN("jeu_de_regles\\.besoin\\..*"),
        CONVERSION("jeu_de_regles\\.conversion\\..*"),
        SIGNALEMENTS("jeu_de_regles\\.signalements\\..*"),
        ROBUSTESSE("jeu_de_regles\\.robustesse\\..*"),
        PROGRAMMATION("programmation\\..*"),
        TOURNEES("tournees\\..*");

        private final String paths;

        Part(String paths) {
            this.paths = paths;
        }

        boolean holds(Parameter parameter) {
            return parameter.path().matches(paths);
        }
    }

    /** Those of a barème, in the order of its text; weights and scales are apart, see {@link IndicatorRule}. */
    public static List<ParameterGroup> of(Bareme bareme) {
        List<Parameter> all = Parameters.of(bareme);
        return Stream.of(Part.values())
                .map(part -> new ParameterGroup(
                        part.name(),
                        all.stream().filter(part::holds).map(ParameterLine::of).toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }
}
