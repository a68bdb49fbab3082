package fr.passerelle.sources;

import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An input file that was read once from end to end: it decodes, its header is right, it has rows.
 *
 * @param name what it is called in messages, rejects and records
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param part which of its tables is read: the sheet of a workbook of several, as {@code #2}; empty where it holds no other
 * @param rows rows of the table and lines of totals; header and blank lines excluded
 * @param shownOnly whether what is told of it is shown to whoever has it, and kept nowhere
 */
public record InputFile(
        Path path,
        String name,
        String sha256,
        String part,
        long rows,
        FileLines lines,
        Mapping mapping,
        boolean shownOnly) {
    /** What a register is known by: a file, and of a workbook of several sheets the sheet. */
    public String identity() {
        return sha256 + part;
    }

    /** Reads a file that has the columns of its schema; see {@link #examine(Path, String, TableSchema, Mapping)}. */
    public static InputFile examine(Path path, TableSchema schema) {
        return examine(path, String.valueOf(path.getFileName()), schema, Mapping.CANONICAL);
    }

    /**
     * Reads the whole file, keeping nothing of it.
     *
     * @param name what it is called from now on
     * @throws UnusableFile when it is missing, unreadable, empty, without rows, not UTF-8, or its header is not the schema's
     */
    public static InputFile examine(Path path, String name, TableSchema schema, Mapping mapping) {
        requireReadable(path);
        try (TableSource source = TableSource.unchecked(path, name, schema, mapping)) {
            PersonWatch watch = new PersonWatch(schema);
            long rows = source.examine(watch);
            watch.requireNobody(name);
            if (rows == 0) {
                throw new UnusableFile("Le fichier « " + name
                        + " » n'a que sa ligne d'en-tête : ajoutez-y au moins une ligne de données.");
            }
            return new InputFile(path, name, source.sha256(), source.part(), rows, source.lines(), mapping, false);
        }
    }

    /** The same, of which what is told is shown to whoever has it, and kept nowhere. */
    public InputFile toBeShown() {
        return new InputFile(path, name, sha256, part, rows, lines, mapping, true);
    }

    /** What may be told of the cells of its rows. */
    public KeptCells keeping(TableSchema schema) {
        return new KeptCells(schema, shownOnly);
    }

    /** Whether the file still has the bytes that were examined. */
    public boolean unchanged() {
        try {
            return Sha256.of(path).equals(sha256);
        } catch (IOException gone) {
            return false;
        }
    }

    /** @throws UnusableFile when there is no such file, or none that can be read */
    public static void requireReadable(Path path) {
        if (Files.isDirectory(path)) {
            throw new UnusableFile("« " + shown(path) + " » est un dossier : donnez un fichier.");
        }
        if (Files.notExists(path)) {
            throw new UnusableFile(
                    "Le fichier « " + shown(path) + " » n'existe pas : vérifiez son nom et son dossier.");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new UnusableFile("Le fichier « " + shown(path)
                    + " » ne peut pas être lu : vérifiez que c'est un fichier, et que vous avez le droit de le lire et"
                    + " d'entrer dans son dossier.");
        }
    }

    /** What is said is kept in logs, and a file may bear somebody's name. */
    private static String shown(Path path) {
        return Quote.of(String.valueOf(path.getFileName()));
    }

    /**
     * Watches the free texts of a file while it is examined: a column in which one cell in five looks like a person stops the import. Places
     * bear the names of people of old, so in the columns that name a place only a way to reach someone counts.
     */
    static final class PersonWatch {
        private static final Set<String> PLACES = Set.of("nom", "adresse", "tiers_lieu_existant");
        private static final int FEWEST = 3;
        private static final int ONE_IN = 5;

        private final Watched[] columns;

        PersonWatch(TableSchema schema) {
            this.columns = IntStream.range(0, schema.fields().size())
                    .filter(i -> KeptCells.isFree(schema.fields().get(i)))
                    .mapToObj(i -> new Watched(i, schema.fields().get(i)))
                    .toArray(Watched[]::new);
        }

        /** A row that is taken: a cell that was masked had somebody, who is no longer to be seen in it. */
        void see(Row row) {
            for (Watched column : columns) {
                boolean masked = row.corrections().stream()
                        .anyMatch(made -> made.code().equals(Correction.PERSONNE_MASQUEE.name())
                                && made.column().equals(column.name));
                column.see(row.text(column.place), masked);
            }
        }

        /** A refused row: the cell that refused it is no longer to be seen. */
        void see(Row row, RejectedRow rejectedRow) {
            see(row);
            if (rejectedRow.reason().equals(RejectReason.NOM_PERSONNE.name())) {
                for (Watched column : columns) {
                    if (column.name.equals(rejectedRow.column())) {
                        column.filled++;
                        column.people++;
                    }
                }
            }
        }

        void requireNobody(String file) {
            for (Watched column : columns) {
                if (column.people >= FEWEST && column.people * ONE_IN >= column.filled) {
                    throw new UnusableFile(
                            "Le fichier « %s », colonne « %s » : %d cellules sur %d semblent désigner des personnes ; retirez cette colonne, ou ignorez-la (« ignorer ») dans un mapping."
                                    .formatted(file, column.name, column.people, column.filled));
                }
            }
        }

        private static final class Watched {
            private final int place;
            private final String name;
            private final boolean ofPlaces;
            private long filled;
            private long people;
            private String last = "";
            private boolean lastIsPerson;

            Watched(int place, Field field) {
                this.place = place;
                this.name = field.name();
                this.ofPlaces = PLACES.contains(name);
            }

            void see(String cell, boolean masked) {
                if (cell.isEmpty()) {
                    return;
                }
                filled++;
                if (!Objects.equals(cell, last)) {
                    last = cell;
                    lastIsPerson = ofPlaces ? PersonMask.hides(cell) : PersonColumns.byCell(cell);
                }
                if (masked || lastIsPerson) {
                    people++;
                }
            }
        }
    }
}
