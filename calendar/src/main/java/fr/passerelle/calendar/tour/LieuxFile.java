package fr.passerelle.calendar.tour;

import fr.passerelle.schemas.event.VacancesScolaires;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.study.RowFault;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** When places can have sessions. */
final class LieuxFile {

    private LieuxFile() {}

    /** @throws fr.passerelle.sources.reject.UnusableFile when a row has a fault */
    static List<LieuRow> read(Path path) {
        return WholeFile.read(path, TableSchema.lieux(), LieuxFile::row)
                .once(row -> Objects.requireNonNullElseGet(row.lieu(), () -> String.valueOf(row.epci())))
                .rows();
    }

    private static LieuRow row(Cells cells) {
        LieuRow row = new LieuRow(
                cells.text("lieu"),
                cells.text("epci_siren"),
                cells.text("horaires"),
                DateSpans.of(cells.items("fermetures")),
                cells.integer("capacite"),
                cells.constant("vacances_scolaires", VacancesScolaires.class));
        requireSubject(row);
        OpenHours.of(row);
        return row;
    }

    private static void requireSubject(LieuRow row) {
        if ((row.lieu() == null) == (row.epci() == null)) {
            throw new RowFault("donnez un lieu, ou l'intercommunalité dont c'est la règle : l'un des deux.");
        }
        boolean ofAPlace = row.horaires() != null || !row.fermetures().isEmpty() || row.capacite() != null;
        if (row.lieu() == null && (ofAPlace || row.vacances() == null)) {
            throw new RowFault("une ligne sans lieu ne dit que vacances_scolaires : videz les autres cellules.");
        }
    }
}
