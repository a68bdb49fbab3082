package fr.passerelle.dataset;

import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.sheets.form.Table;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the table of a dataset is made of.
 *
 * @param proposals what held once the run was published
 * @param known what the log had said when it closed; no attendance for a dataset that does not ask for it
 * @param counts what is public of attendance; null for an export that is not for anybody, or has no attendance
 * @param needs what was asked for in the diagnostics, for a dataset that asks for it
 * @param calendar what people had been told, for a dataset that asks for it
 * @param postalCodes those of a commune, by INSEE code: the log does not hold them
 */
record DatasetSource(
        Provenance provenance,
        Proposals proposals,
        LogInventory known,
        @Nullable PublicCounts counts,
        PublicNeeds needs,
        ToldCalendar calendar,
        Function<String, List<String>> postalCodes) {

    /** Of no run: tables have their columns then, and no row. */
    static DatasetSource none() {
        Run none = new Run(
                0,
                "",
                RunKind.NIGHTLY,
                Run.State.OPEN,
                "",
                null,
                "",
                "",
                "",
                new RunParameters(List.of(), null, false),
                null,
                false,
                null,
                null,
                null,
                OffsetDateTime.MIN,
                null);
        return new DatasetSource(
                new Provenance("", none, false, false),
                Proposals.NONE,
                new LogInventory(new LogFold()),
                null,
                new PublicNeeds(),
                ToldCalendar.NONE,
                insee -> List.of());
    }

    /** The columns of one, from the first on. */
    <R> Table.Layout<R, R> table() {
        return Table.layout(!published());
    }

    /** Month of the run. */
    YearMonth asOf() {
        return YearMonth.parse(Objects.requireNonNull(provenance.run().asOf()));
    }

    /** A month of a room as the export may show it. */
    RoomMonth shown(RoomInventoried room, RoomMonth month) {
        return published() ? Objects.requireNonNull(counts).shown(room.getRoomId(), month) : month;
    }

    /** Whether the export is for anybody. */
    boolean published() {
        return provenance.published();
    }
}
