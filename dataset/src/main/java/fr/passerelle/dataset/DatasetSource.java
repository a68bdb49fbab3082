package fr.passerelle.dataset;

import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.sheets.form.Table;
import java.time.Instant;
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
    static final DatasetSource NONE = new DatasetSource(
            new Provenance(
                    "", new PublishedRun(0, "", "", Baremes.load(Baremes.DEFAULT), false, "", Instant.EPOCH), false),
            Proposals.NONE,
            new LogInventory(new LogFold()),
            null,
            new PublicNeeds(),
            ToldCalendar.NONE,
            insee -> List.of());

    /** The columns of one, from the first on. */
    <R> Table.Layout<R, R> table() {
        return Table.layout(!published());
    }

    /** Month of the run. */
    YearMonth asOf() {
        return YearMonth.parse(provenance.run().asOf());
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
