package fr.passerelle.batch.cli;

import fr.passerelle.schemas.event.DecisionKind;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a decision is, as a French reader writes it. */
final class Nature implements ITypeConverter<DecisionKind> {

    @Override
    public DecisionKind convert(String value) {
        return named(value)
                .orElseThrow(() -> new TypeConversionException("« " + value
                        + " » n'est pas une nature de décision : notifiee, acceptee, refusee ou observations."));
    }

    /** For people: « notifiée ». */
    static String name(DecisionKind kind) {
        return switch (kind) {
            case NOTIFIED -> "notifiée";
            case ACCEPTED -> "acceptée";
            case REFUSED -> "refusée";
            case OBSERVATIONS -> "observations";
        };
    }

    private static Optional<DecisionKind> named(String value) {
        return Arrays.stream(DecisionKind.values())
                .filter(kind -> unaccented(name(kind)).equals(unaccented(value)))
                .findFirst();
    }

    private static String unaccented(String value) {
        return value.replace('é', 'e');
    }
}
