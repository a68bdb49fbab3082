package fr.passerelle.cli;

import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.schemas.yaml.NearestWord;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A value function by its name, and all names. */
final class ValeurName implements ITypeConverter<Valeur>, Iterable<String> {

    @Override
    public Valeur convert(String value) {
        return Arrays.stream(Valeur.values())
                .filter(valeur -> valeur.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("« " + value + " » n'est pas une valeur"
                        + NearestWord.hint(value, this) + " : HABITANTS, SCORE ou PRECOCITE."));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Valeur.values()).map(Valeur::name).iterator();
    }
}
