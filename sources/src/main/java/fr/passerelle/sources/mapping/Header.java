package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.Quote;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The header of a file against its schema: the same columns, each once, in any order, those that came later or not. */
final class Header {

    private final String file;
    private final RawRow record;
    private final List<String> required;
    private final List<String> expected;

    Header(String file, RawRow record, TableSchema schema) {
        this.file = file;
        this.record = record;
        this.required = schema.fields().stream()
                .filter(field -> !field.mayBeAbsent())
                .map(Field::name)
                .toList();
        this.expected = schema.header();
    }

    /**
     * The schema's column of each cell.
     *
     * @throws UnusableFile when a column is missing, too many, or there twice
     */
    int[] places() {
        List<String> found = record.texts();
        List<String> faults = Stream.of(
                        told(twice(found), "la colonne %s est en double : n'en gardez qu'une"),
                        told(without(required, found), "il manque la colonne %s : ajoutez-la"),
                        told(without(found, expected), "la colonne %s est inconnue : retirez-la"))
                .flatMap(Optional::stream)
                .toList();
        if (!faults.isEmpty()) {
            throw new UnusableFile(
                    ("Le fichier « %s », ligne %d : %s. Un fichier d'une autre forme se lit par un mapping qui"
                                    + " le nomme (« ./passerelle mapping init »).")
                            .formatted(file, record.line(), String.join(" ; ", faults)));
        }
        return found.stream().mapToInt(expected::indexOf).toArray();
    }

    /** One fault of a header: the first column that has it, and how many others do. */
    private static Optional<String> told(List<String> columns, String sentence) {
        int others = columns.size() - 1;
        return columns.stream()
                .findFirst()
                .map(first -> sentence.formatted("« " + Quote.of(first) + " »")
                        + (others > 0 ? " (et %d de plus)".formatted(others) : ""));
    }

    private static List<String> without(List<String> these, List<String> those) {
        return these.stream().filter(name -> !those.contains(name)).toList();
    }

    private static List<String> twice(List<String> names) {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>(names);
        twice.removeIf(seen::add);
        return twice;
    }
}
