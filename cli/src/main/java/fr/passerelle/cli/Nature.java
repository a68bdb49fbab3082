package fr.passerelle.cli;

import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.yaml.NearestWord;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a decision is: a word of the command. */
final class Nature implements ITypeConverter<DecisionKind>, Iterable<String> {

    @Override
    public DecisionKind convert(String value) {
        return Arrays.stream(DecisionKind.values())
                .filter(kind -> word(kind).equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("« " + value
                        + " » n'est pas une nature de décision" + NearestWord.hint(value, this)
                        + " : notified (notifiée), accepted (acceptée), refused"
                        + " (refusée) ou observations."));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(DecisionKind.values()).map(Nature::word).iterator();
    }

    private static String word(DecisionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Who usually decides so: the region notifies, the EPCI answers. */
    static String usualOrgan(DecisionKind kind) {
        return kind == DecisionKind.NOTIFIED ? "Commission permanente" : "Conseil communautaire";
    }
}
