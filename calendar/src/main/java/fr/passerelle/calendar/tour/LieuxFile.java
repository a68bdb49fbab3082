package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.DateSpan;
import fr.passerelle.calendar.rule.MinuteSpan;
import fr.passerelle.calendar.rule.OpenWeek;
import fr.passerelle.calendar.tour.LieuxFile.LieuRow;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.VacancesScolaires;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.cell.WeeklySpans;
import fr.passerelle.study.WholeFile.RowFault;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /**
     * A row of the file of places: of a place, or of what an EPCI does in the school holidays.
     *
     * @param lieu subject of a place; null for an EPCI
     * @param epci SIREN; null for a place
     * @param horaires of an ordinary week, as people write them; null where unknown
     * @param capacite people that it seats; null where unknown
     * @param vacances what is done in the school holidays; null where not told
     */
    record LieuRow(
            @Nullable String lieu,
            @Nullable String epci,
            @Nullable String horaires,
            List<DateSpan> fermetures,
            @Nullable Integer capacite,
            @Nullable VacancesScolaires vacances) {}

    /** The hours of a place as its row tells them. */
    static final class OpenHours {

        private OpenHours() {}

        /**
         * Those of a row; null where it tells none.
         *
         * @throws RowFault when they cannot be read without doubt
         */
        static @Nullable OpenWeek of(LieuRow row) {
            String told = row.horaires();
            if (told == null) {
                return null;
            }
            Map<DayOfWeek, List<MinuteSpan>> spans = new EnumMap<>(DayOfWeek.class);
            WeeklySpans.read(told)
                    .orElseThrow(() -> new RowFault("ses horaires ne se lisent pas. " + WeeklySpans.ADVICE))
                    .days()
                    .forEach((day, hours) -> spans.put(
                            day,
                            hours.stream()
                                    .map(span -> new MinuteSpan(span.start(), span.end()))
                                    .toList()));
            return new OpenWeek(SourceHoraires.FICHIER, spans);
        }
    }
}
