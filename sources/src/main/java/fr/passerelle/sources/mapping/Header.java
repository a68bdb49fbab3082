package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.Quote;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        refuse(twice(found), "la colonne %s est en double : n'en gardez qu'une");
        refuse(without(required, found), "il manque la colonne %s : ajoutez-la");
        refuse(without(found, expected), "la colonne %s est inconnue : retirez-la");
        return found.stream().mapToInt(expected::indexOf).toArray();
    }

    private void refuse(List<String> columns, String sentence) {
        if (!columns.isEmpty()) {
            throw new UnusableFile("Le fichier « %s », ligne %d : %s."
                    .formatted(file, record.line(), sentence.formatted("« " + Quote.of(columns.getFirst()) + " »")));
        }
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
