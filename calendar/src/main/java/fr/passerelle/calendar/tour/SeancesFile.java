package fr.passerelle.calendar.tour;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.study.RowFault;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of sessions, in numbers. */
final class SeancesFile {

    private final LocalDate today;

    private SeancesFile(LocalDate today) {
        this.today = today;
    }

    /** The rows of a file, whose faults are asked for later: more are found against what was published. */
    static WholeFile<SeanceRow> read(Path path, LocalDate today) {
        return WholeFile.read(path, TableSchema.seances(), new SeancesFile(today)::row)
                .once(row -> Arrays.asList(row.lieu(), row.date(), row.start(), row.complete()));
    }

    private SeanceRow row(Cells cells) {
        SeanceRow row = new SeanceRow(
                cells.row().line(),
                cells.required("lieu"),
                cells.day("date"),
                minute(cells.text("debut")),
                month(cells.text("mois_complet")),
                Objects.equals(cells.yes("tenue"), true),
                cells.integer("presences"),
                cells.integer("premieres_venues"),
                cells.integer("heures_personne"));
        requireSubject(row, cells.yes("tenue"));
        requirePast(row);
        requireCounts(row);
        return row;
    }

    private static void requireSubject(SeanceRow row, @Nullable Boolean tenue) {
        if ((row.date() == null) == (row.complete() == null)) {
            throw new RowFault("donnez le jour d'une séance, ou un mois complet : l'un des deux.");
        }
        if ((row.date() == null) == (tenue != null)) {
            throw new RowFault("une séance dit si elle a été tenue (oui ou non), un mois complet ne le dit pas.");
        }
    }

    private void requirePast(SeanceRow row) {
        if (row.date() != null && row.date().isAfter(today)
                || row.complete() != null && !row.complete().isBefore(YearMonth.from(today))) {
            throw new RowFault("ce jour, ou ce mois, n'est pas encore passé : rien ne s'y est tenu.");
        }
    }

    private static void requireCounts(SeanceRow row) {
        boolean counted =
                Stream.of(row.presences(), row.firstTime(), row.personHours()).anyMatch(Objects::nonNull);
        if (counted && !row.held()) {
            throw new RowFault("une séance qui n'a pas été tenue, ou un mois complet, n'a pas de comptes : videz-les.");
        }
        if (row.firstTime() != null && (row.presences() == null || row.firstTime() > row.presences())) {
            throw new RowFault("les premières venues sont parmi les présences : elles ne peuvent pas les dépasser.");
        }
    }

    private static @Nullable Integer minute(@Nullable String hour) {
        return hour == null ? null : Integer.valueOf(LocalTime.parse(hour).get(ChronoField.MINUTE_OF_DAY));
    }

    private static @Nullable YearMonth month(@Nullable String month) {
        return month == null ? null : YearMonth.parse(month);
    }
}
