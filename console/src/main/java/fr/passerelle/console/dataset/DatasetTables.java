package fr.passerelle.console.reading;

import fr.passerelle.console.reading.DecisionTable.RecordedDecision;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.dataset.Extraction;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The datasets of the run that is published as they are looked through: each is made once a run, of what the read model holds. */
@Component
public class DatasetTables {

    private final Extraction extraction;
    private final DecisionTable decisions;
    private final PlaceTable places;
    private final Map<Dataset, RunCache<Table<DatasetRow>>> kept = new EnumMap<>(Dataset.class);

    DatasetTables(Extraction extraction, DecisionTable decisions, PlaceTable places) {
        this.extraction = extraction;
        this.decisions = decisions;
        this.places = places;
        all().forEach(dataset -> kept.put(dataset, new RunCache<>(published -> read(dataset, published))));
    }

    /** A row: a cell of each column, of its kind. */
    public record DatasetRow(List<@Nullable Object> cells) {}

    /** Those that people look through, in their order. */
    public static Stream<Dataset> all() {
        return Arrays.stream(Dataset.values()).filter(Dataset::isList);
    }

    /** One of {@link #all}. */
    public Table<DatasetRow> of(Dataset dataset, PublishedResults published) {
        return Objects.requireNonNull(kept.get(dataset)).of(published);
    }

    private Table<DatasetRow> read(Dataset dataset, PublishedResults published) {
        Provenance provenance =
                extraction.provenance(dataset.id(), published.run().no(), false);
        return rows(extraction.of(dataset, provenance, published.proposals(), facts(published)));
    }

    private Stream<SpecificRecord> facts(PublishedResults published) {
        PublishedRun run = published.run();
        return Stream.of(
                        published.epcis().values(),
                        published.rooms().values(),
                        published.sites().values(),
                        decisions.page("", run, Integer.MAX_VALUE, 0).reversed().stream()
                                .filter(RecordedDecision::carried)
                                .map(RecordedDecision::decision)
                                .toList(),
                        places.needs(run.no()).entrySet().stream()
                                .map(told -> new NeedsReported(told.getKey(), told.getValue()))
                                .toList())
                .flatMap(Collection::stream);
    }

    private static <R> Table<DatasetRow> rows(Table<R> table) {
        List<Column<R>> columns = table.columns();
        List<DatasetRow> rows = new ArrayList<>();
        table.rows().forEach(row -> {
            List<@Nullable Object> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(column.of(row)));
            rows.add(new DatasetRow(cells));
        });
        List<Column<DatasetRow>> taken = IntStream.range(0, columns.size())
                .mapToObj(place -> column(columns.get(place), place))
                .toList();
        return new Table<DatasetRow>(taken, rows::forEach);
    }

    private static Column<DatasetRow> column(Column<?> column, int place) {
        return new Column<>(
                column.name(),
                column.kind(),
                column.places(),
                column.says(),
                row -> row.cells().get(place));
    }
}
