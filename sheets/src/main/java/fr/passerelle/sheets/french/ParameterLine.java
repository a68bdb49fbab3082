package fr.passerelle.sheets.french;

import fr.passerelle.schemas.bareme.Parameter;

/**
 * A number of the barème as its table shows it.
 *
 * @param name in French; its path where it has none
 * @param choice whether it is a choice of the project, that nobody voted
 */
public record ParameterLine(String name, String value, String source, boolean choice) {

    /** That of a parameter. */
    public static ParameterLine of(Parameter parameter) {
        return new ParameterLine(
                Codes.parametre(parameter.path()),
                ParameterUnit.read(parameter),
                parameter.source(),
                parameter.isChoiceOfTheProject());
    }
}
