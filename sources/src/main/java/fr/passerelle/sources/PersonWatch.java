package fr.passerelle.sources;

import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Watches the free texts of a file while it is examined: a column in which one cell in five looks like a person stops the import. Places
 * bear the names of people of old, so in the columns that name a place only a way to reach someone counts.
 */
final class PersonWatch {

    private static final Set<String> PLACES = Set.of("nom", "adresse", "tiers_lieu_existant");
    private static final int FEWEST = 3;
    private static final int ONE_IN = 5;

    private final List<String> header;
    private final Watched[] columns;

    PersonWatch(TableSchema schema) {
        this.header = schema.header();
        this.columns = IntStream.range(0, header.size())
                .filter(i -> KeptCells.isFree(schema.fields().get(i)))
                .mapToObj(i -> new Watched(i, schema.fields().get(i)))
                .toArray(Watched[]::new);
    }

    void see(Row row) {
        for (Watched column : columns) {
            column.see(row.text(column.place), masked(row, column));
        }
    }

    /** A refused row: the cell that refused it is no longer to be seen. */
    void see(Row row, RejectedRow rejectedRow) {
        see(row);
        if (rejectedRow.reason().equals(RejectReason.NOM_PERSONNE.name())) {
            for (Watched column : columns) {
                if (header.get(column.place).equals(rejectedRow.column())) {
                    column.refused();
                }
            }
        }
    }

    /** Whether a cell had somebody who is no longer to be seen in it. */
    private boolean masked(Row row, Watched column) {
        return row.corrections().stream()
                .anyMatch(made -> made.code().equals(Correction.PERSONNE_MASQUEE.name())
                        && made.column().equals(header.get(column.place)));
    }

    /** @throws UnusableFile when a column looks like persons */
    void requireNobody(String file) {
        for (Watched column : columns) {
            if (column.people >= FEWEST && column.people * ONE_IN >= column.filled) {
                throw new UnusableFile(
                        "Le fichier « %s », colonne « %s » : %d cellules sur %d semblent désigner des personnes ; retirez cette colonne, ou ignorez-la (« ignorer ») dans un mapping."
                                .formatted(file, header.get(column.place), column.people, column.filled));
            }
        }
    }

    private static final class Watched {

        private final int place;
        private final boolean ofPlaces;
        private long filled;
        private long people;
        private String last = "";
        private boolean lastIsPerson;

        Watched(int place, Field field) {
            this.place = place;
            this.ofPlaces = PLACES.contains(field.name());
        }

        void refused() {
            filled++;
            people++;
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
