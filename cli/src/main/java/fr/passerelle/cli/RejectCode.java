package fr.passerelle.cli;

import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.yaml.NearestWord;
import fr.passerelle.sources.reject.RejectReason;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A reason of rejects or a code of corrections by its name, and all names. */
final class RejectCode implements ITypeConverter<String>, Iterable<String> {

    private static final List<String> ALL = Stream.concat(
                    Arrays.stream(RejectReason.values()).map(Enum::name),
                    Arrays.stream(Correction.values()).map(Enum::name))
            .distinct()
            .sorted()
            .toList();

    @Override
    public String convert(String value) {
        if (!ALL.contains(value)) {
            throw new TypeConversionException("« " + value + " » n'est ni un motif de rejet ni un code de correction"
                    + NearestWord.hint(value, this) + " : écrivez " + String.join(", ", ALL) + ".");
        }
        return value;
    }

    @Override
    public Iterator<String> iterator() {
        return ALL.iterator();
    }
}
