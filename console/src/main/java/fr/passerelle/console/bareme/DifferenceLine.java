package fr.passerelle.console.bareme;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.BaremeDifference;
import fr.passerelle.schemas.bareme.Parameter;
import fr.passerelle.texts.Codes;
import fr.passerelle.texts.bareme.ParameterUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that two barèmes do not share.
 *
 * @param name in French; its path where it has none
 * @param before as people read it; empty where the first has none
 * @param after the same of the second
 */
public record DifferenceLine(String name, String before, String after) {

    /** Those of two barèmes, in the order of their paths. */
    public static List<DifferenceLine> between(Bareme first, Bareme second) {
        return BaremeDifference.between(first, second).stream()
                .map(one -> new DifferenceLine(
                        Codes.parametre(one.path()), read(one.path(), one.before()), read(one.path(), one.after())))
                .toList();
    }

    private static String read(String path, @Nullable String value) {
        return Optional.ofNullable(value)
                .map(known -> ParameterUnit.read(new Parameter(path, known, "")))
                .orElse("");
    }
}
