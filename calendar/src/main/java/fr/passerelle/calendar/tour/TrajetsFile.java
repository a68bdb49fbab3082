package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.Roads.Leg;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.study.WholeFile.RowFault;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Journeys whose minutes are known. */
final class TrajetsFile {

    /** The schema has kilometres with one decimal. */
    private static final int METRES_A_TENTH = 100;

    private static final int METRES_A_KILOMETRE = 1_000;

    /** Metres a minute at 130 km/h, the most that a road allows (code de la route, R413-2). */
    private static final int FASTEST = 2_167;

    private TrajetsFile() {}

    /** @throws fr.passerelle.sources.reject.UnusableFile when a row has a fault */
    static List<TrajetRow> read(Path path) {
        return WholeFile.read(path, TableSchema.trajets(), TrajetsFile::row)
                .once(row -> new Leg(row.de(), row.a()))
                .rows();
    }

    private static TrajetRow row(Cells cells) {
        Integer tenths = cells.integer("km");
        TrajetRow row = new TrajetRow(
                cells.required("de"),
                cells.required("a"),
                Objects.requireNonNull(cells.integer("minutes"), "The schema asks for minutes"),
                tenths == null ? null : Integer.valueOf(tenths * METRES_A_TENTH));
        if (row.de().equals(row.a()) && row.minutes() > 0) {
            throw new RowFault("un trajet va d'un endroit à un autre : le départ est l'arrivée.");
        }
        if (row.metres() != null) {
            requireTime(row, row.metres());
        }
        return row;
    }

    /** @throws RowFault where nobody goes that fast, minutes being rounded down */
    static void requireTime(TrajetRow row, long metres) {
        if (metres > (row.minutes() + 1L) * FASTEST) {
            throw new RowFault("%d minute(s) ne suffisent pas pour %d km : corrigez les minutes ou les kilomètres."
                    .formatted(row.minutes(), metres / METRES_A_KILOMETRE));
        }
    }

    /**
     * A row of the file of journeys.
     *
     * @param de INSEE code or subject of a place
     * @param a the same
     * @param minutes door to door
     * @param metres of road; null where only the minutes are known
     */
    record TrajetRow(String de, String a, int minutes, @Nullable Integer metres) {}
}
