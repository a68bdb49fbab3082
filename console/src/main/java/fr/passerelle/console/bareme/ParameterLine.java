package fr.passerelle.console.bareme;

import fr.passerelle.schemas.bareme.Parameter;

/**
 * A number of the barème as its table shows it.
 *
 * @param key of its words, {@code regles.p.} and its path
 * @param choice whether it is a choice of the project, that nobody voted
 */
record ParameterLine(String key, String path, String value, String source, boolean choice) {

    static ParameterLine of(Parameter parameter) {
        return new ParameterLine(
                "regles.p." + parameter.path(),
                parameter.path(),
                ParameterUnit.read(parameter),
                parameter.source(),
                parameter.isChoiceOfTheProject());
    }
}
