package fr.passerelle.console.dataset;

import fr.passerelle.console.page.Listing.ListRows;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.console.reading.DecisionTable.RecordedDecision;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.dataset.Extraction;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The datasets of the run that is published as they are looked through, in the order of their exports: what they are made of is read once a
 * run for all of them, and each is made once a run.
 */
@Component
public class DatasetTables {

    /** Under which a schema that is no contract, and each of its fields, has its French words. */
    public static final String SAID = "dit";

    private final Extraction extraction;
    private final DecisionTable decisions;
    private final PlaceTable places;
    private final RunCache<Map<Dataset, SingletonSupplier<DatasetRows<?>>>> kept = new RunCache<>(this::read);

    DatasetTables(Extraction extraction, DecisionTable decisions, PlaceTable places) {
        this.extraction = extraction;
        this.decisions = decisions;
        this.places = places;
    }

    /** Those that people look through, in their order. */
    public static Stream<Dataset> all() {
        return Arrays.stream(Dataset.values()).filter(Dataset::lists);
    }

    /** What a row of one of {@link #all} is for machines: its columns are the fields, each of which may be empty. */
    public static Schema schema(Dataset dataset) {
        List<Schema.Field> fields =
                dataset.columns().stream().map(DatasetTables::field).toList();
        Schema schema = Schema.createRecord("Jeu_" + dataset.name(), null, null, false, fields);
        schema.addProp(SAID, PlainText.capital(dataset.says()));
        return schema;
    }

    private static Schema.Field field(Column<?> column) {
        Schema.Field field = new Schema.Field(column.name(), type(column.kind()));
        field.addProp(SAID, column.says());
        return field;
    }

    private static Schema type(Table.Kind kind) {
        Schema type = switch (kind) {
            case TEXT, FIGURE -> Schema.create(Schema.Type.STRING);
            case INTEGER -> Schema.create(Schema.Type.LONG);
            case DECIMAL -> Schema.create(Schema.Type.BYTES);
            case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
            case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
        };
        return Schema.createUnion(Schema.create(Schema.Type.NULL), type);
    }

    /** One of {@link #all}. */
    public DatasetRows<?> of(Dataset dataset, PublishedResults published) {
        return Objects.requireNonNull(kept.of(published).get(dataset)).obtain();
    }

    /** Each is made as it is first asked for. Whoever else asks meanwhile waits without keeping a thread: it may read the database. */
    private Map<Dataset, SingletonSupplier<DatasetRows<?>>> read(PublishedResults published) {
        Provenance provenance = new Provenance("donnees", published.run(), false);
        Function<Dataset, Table<?>> tables = extraction.lists(provenance, published.proposals(), facts(published));
        return all().collect(Collectors.toMap(
                Function.identity(),
                one -> SingletonSupplier.<DatasetRows<?>>of(() -> DatasetRows.of(tables.apply(one), schema(one)))));
    }

    private Stream<SpecificRecord> facts(PublishedResults published) {
        PublishedRun run = published.run();
        return Stream.of(
                        places.described(run.no()).stream()
                                .map(siren ->
                                        Objects.requireNonNull(published.epcis().get(siren)))
                                .toList(),
                        published.rooms().values(),
                        published.sites().values(),
                        decisions.all(run).stream()
                                .filter(RecordedDecision::carried)
                                .map(RecordedDecision::decision)
                                .toList(),
                        places.needs(run.no()).values())
                .flatMap(Collection::stream);
    }

    /** A dataset of a run, in the order of its export: what each row says, as words are looked for in it, and its rows for machines. */
    public record DatasetRows<R>(
            Table<R> table, ListRows<R> rows, Map<R, String> words, SingletonSupplier<List<IndexedRecord>> records) {

        /** Each row is taken once. */
        static <R> DatasetRows<R> of(Table<R> table, Schema schema) {
            ListRows<R> rows = new ListRows<>(table.list());
            Map<R, String> words = new IdentityHashMap<>();
            rows.all().forEach(row -> words.put(row, table.words(row)));
            return new DatasetRows<>(
                    new Table<R>(table.columns(), rows.all()::forEach),
                    rows,
                    words,
                    SingletonSupplier.of(() -> records(table.columns(), rows.all(), schema)));
        }

        /** Which rows say all of these words. */
        Predicate<R> saying(String asked) {
            Predicate<String> holding = PlainText.holding(asked);
            return row -> holding.test(words.getOrDefault(row, ""));
        }

        private static <R> List<IndexedRecord> records(List<Column<R>> columns, List<R> rows, Schema schema) {
            List<IndexedRecord> records = new ArrayList<>();
            rows.forEach(row -> {
                GenericData.Record record = new GenericData.Record(schema);
                columns.forEach(column -> record.put(column.name(), column.of(row)));
                records.add(record);
            });
            return List.copyOf(records);
        }
    }
}
