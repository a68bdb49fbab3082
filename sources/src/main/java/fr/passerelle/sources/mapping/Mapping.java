package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.table.TraceColumns;
import fr.passerelle.schemas.text.Formulas;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.sources.cell.CellText;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.Glob;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read and what its records become.
 *
 * @param text the mapping as it is written; empty for {@link #CANONICAL}
 * @param name the source's own id, lower-case letters, digits and dashes, fit for logs and messages; empty for {@link #CANONICAL}
 * @param table name of the table that the rows go to; empty for {@link #CANONICAL}
 * @param files forms of the names of its files
 * @param headerLine line of the header, {@link HeaderSearch#FIND} or {@link HeaderSearch#NONE}
 * @param recipe what becomes of its records; {@link Recipe#NONE} where the file has the columns of its schema
 */
public record Mapping(
        String text, String name, String table, List<Glob> files, Reading reading, int headerLine, Recipe recipe) {
    /** The file has the columns of its schema; charset and dialect are found out. */
    public static final Mapping CANONICAL = undeclared("");

    /** The file is an export of rejects, corrected. */
    public static final Mapping RESUBMISSION = undeclared(TraceColumns.MAPPING);

    /** A file that has the columns of its schema and is read as declared. */
    private static Mapping undeclared(String text) {
        return new Mapping(text, "", "", List.of(), Reading.UNDECLARED, HeaderSearch.FIND, Recipe.NONE);
    }

    /** Reads a mapping; {@link InvalidYaml} says all that is wrong with it. */
    public static Mapping read(Path file) {
        return MappingReader.readFile(file);
    }

    /** Reads a mapping from its text, under the name that messages call it; {@link InvalidYaml} says all that is wrong with it. */
    public static Mapping parse(String text, String name) {
        return MappingReader.read(text, name);
    }

    /** A mapping that a run keeps: by its {@link #text}, of whatever kind; {@link InvalidYaml} when it is not right any more. */
    public static Mapping written(String text, String name) {
        if (text.equals(RESUBMISSION.text)) {
            return RESUBMISSION;
        }
        return text.isEmpty() ? CANONICAL : parse(text, name);
    }

    /** Whether the file is an export of rejects, corrected. */
    public boolean resubmits() {
        return text.equals(RESUBMISSION.text);
    }

    /** Whether a file of that name, without its folder, is one of this source. Never for {@link #CANONICAL}. */
    public boolean takes(String fileName) {
        return files.stream().anyMatch(glob -> glob.fits(fileName));
    }

    /** Whether the first record is already data, since the file has no header: there is then none to search. */
    public boolean headless() {
        return headerLine == HeaderSearch.NONE;
    }

    /** What a mapping calls a register: the region's own, which is kept under no name, is {@code region}. */
    public static String registerName(String register) {
        return register.isEmpty() ? "region" : register;
    }

    /** A search for the header of a file. */
    public HeaderSearch search(String file) {
        return new HeaderSearch(file, headerLine, table.isEmpty() ? columns -> List.of() : recipe::missing);
    }

    /** Meets the header of a file; {@link UnusableFile} when that is not what the mapping says. */
    public Binding bind(String file, RawRow header, TableSchema schema) {
        if (resubmits()) {
            return new ResubmittedMapping(file, header, schema);
        }
        return table.isEmpty()
                ? new CanonicalMapping(schema.header(), new Header(file, header, schema).places())
                : bind(file, header.line(), FileColumns.of(header.texts()), schema);
    }

    /** Meets a file that is {@link #headless}, of so many columns called A, B, C…; {@link UnusableFile} when it lacks some. */
    public Binding bind(String file, int width, TableSchema schema) {
        if (width == 0) {
            throw HeaderSearch.empty(file);
        }
        return bind(file, 1, FileColumns.lettered(width), schema);
    }

    private Binding bind(String file, long line, FileColumns columns, TableSchema schema) {
        String where = "Le fichier « %s », ligne %d, ne va pas avec le mapping « %s »".formatted(file, line, name);
        return new Binder(columns, recipe, schema).bind(where, headless());
    }

    /** The mapping of a file that has the columns of its schema, in any order; one that may be absent and is has empty cells. */
    @SuppressWarnings("ArrayRecordComponent") // looked through for each record
    private record CanonicalMapping(List<String> header, int[] places) implements Binding {
        @Override
        public RawTable.RowLayout layout() {
            return RawTable.RowLayout.singleLines(places.length);
        }

        @Override
        public @Nullable String column(int place) {
            return place < places.length ? header.get(places[place]) : null;
        }

        @Override
        public Binding.MappedRecord map(RawRow record) {
            String[] row = CellText.empty(header.size());
            for (int i = 0; i < places.length; i++) {
                row[places[i]] = record.cells()[i];
            }
            return new Binding.MappedRecord.Rows(Collections.singletonList(row));
        }
    }

    /** The header of a file against its schema: the same columns, each once, in any order, those that came later or not. */
    private record Header(String file, RawRow record, TableSchema schema) {
        /** The schema's column of each cell. */
        int[] places() {
            List<String> found = record.texts();
            List<String> expected = schema.header();
            List<String> faults = Stream.of(
                            told(twice(found), "la colonne %s est en double : n'en gardez qu'une"),
                            told(without(schema.leastHeader(), found), "il manque la colonne %s : ajoutez-la"),
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

    /** The mapping of an export of rejects, once corrected: the columns of the table, beside those of the trace and of other tables. */
    private static final class ResubmittedMapping implements Binding {
        private static final List<String> OTHERS = TableSchema.all().stream()
                .flatMap(schema -> schema.header().stream())
                .toList();

        private final List<String> names;
        private final List<String> columns;
        private final int[] places;

        ResubmittedMapping(String file, RawRow header, TableSchema schema) {
            this.names = header.texts();
            this.columns = schema.header();
            Stream.concat(columns.stream(), TraceColumns.NAMES.stream())
                    .forEach(column -> requireOnce(file, header.line(), column));
            names.forEach(name -> requireKnown(file, header.line(), name));
            this.places = columns.stream().mapToInt(names::indexOf).toArray();
        }

        @Override
        public RawTable.RowLayout layout() {
            BitSet kept = new BitSet(names.size());
            IntStream.of(places).forEach(kept::set);
            return new RawTable.RowLayout(names.size(), kept, RawTable.RowLayout.all(names.size()));
        }

        @Override
        public @Nullable String column(int place) {
            return place < names.size() && columns.contains(names.get(place)) ? names.get(place) : null;
        }

        @Override
        public Binding.MappedRecord map(RawRow record) {
            String[] row = IntStream.of(places)
                    .mapToObj(place -> Formulas.bare(record.text(place)))
                    .toArray(String[]::new);
            for (int i = 0; i < row.length; i++) {
                if (row[i].contains(PersonMask.BLOT)) {
                    String column = columns.get(i);
                    String message = "Colonne « %s » : remplacez [masqué] par ce que dit le fichier d'origine.";
                    return new Binding.MappedRecord.Refused(
                            column, RejectReason.MASQUE, message.formatted(column), row, row);
                }
            }
            return new Binding.MappedRecord.Rows(Collections.singletonList(row));
        }

        private void requireOnce(String file, long line, String column) {
            if (Collections.frequency(names, column) != 1) {
                throw new UnusableFile(
                        "Le fichier « %s », ligne %d : la colonne « %s » doit y être une fois ; repartez d'un export (« ./passerelle rejects --csv FICHIER »)."
                                .formatted(file, line, column));
            }
        }

        private void requireKnown(String file, long line, String name) {
            if (!columns.contains(name) && !name.startsWith(TraceColumns.PREFIX) && !OTHERS.contains(name)) {
                throw new UnusableFile("Le fichier « %s », ligne %d : la colonne « %s » est inconnue : retirez-la."
                        .formatted(file, line, Quote.of(name)));
            }
        }
    }
}
