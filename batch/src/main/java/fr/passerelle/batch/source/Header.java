package fr.passerelle.batch.source;

import fr.passerelle.schemas.table.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first line of a file against its schema: the same columns, each once, in any order. */
final class Header {

    private final String file;
    private final List<String> expected;

    Header(String file, TableSchema schema) {
        this.file = file;
        this.expected = schema.header();
    }

    /**
     * The schema's column of each cell.
     *
     * @throws UnusableFile when a column is missing, too many, or there twice
     */
    int[] places(String[] cells, int count, long line) {
        List<String> found = Arrays.asList(cells).subList(0, Math.min(count, cells.length));
        refuse(twice(found), line, "la colonne %s est en double : n'en gardez qu'une");
        refuse(without(expected, found), line, "il manque la colonne %s : ajoutez-la (séparateur « ; »)");
        refuse(without(found, expected), line, "la colonne %s est inconnue : retirez-la");
        if (count > expected.size()) {
            throw refusal(
                    line,
                    "il y a %d colonnes au lieu de %d : retirez celles qui sont en trop"
                            .formatted(count, expected.size()));
        }
        return found.stream().mapToInt(expected::indexOf).toArray();
    }

    private void refuse(List<String> columns, long line, String sentence) {
        if (!columns.isEmpty()) {
            throw refusal(line, sentence.formatted("« " + columns.getFirst() + " »"));
        }
    }

    private UnusableFile refusal(long line, String sentence) {
        return new UnusableFile("Le fichier « %s », ligne %d : %s.".formatted(file, line, sentence));
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
