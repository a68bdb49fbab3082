package fr.passerelle.console.api;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.console.dataset.DatasetTables;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.console.reading.DecisionTable.RecordedDecision;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.text.TextResource;
import fr.passerelle.study.Studies;
import fr.passerelle.study.StudySeries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The collections of the API, in the order of its description. */
@Component
class ApiCollections {

    private static final String EPCI = "epci";

    private final List<ApiCollection> all;

    ApiCollections(
            RunRecords runs, DecisionTable decisions, PlaceTable places, Studies studies, DatasetTables datasets) {
        List<ApiCollection> contract = List.of(
                of("runs", RunRecords.SCHEMA, "run_id", p -> runs.all(), "kind", "state")
                        .versioned(all -> Integer.toHexString(all.hashCode())),
                of("rooms", RoomInventoried.SCHEMA$, "room_id", p -> p.rooms().values(), EPCI, "insee", "gestion"),
                of("sites", SiteDescribed.SCHEMA$, "site_id", p -> p.sites().values(), EPCI, "insee"),
                of("plans", Plan.SCHEMA$, EPCI, p -> p.proposals().plans().values(), "besoin", "tiers_lieu"),
                of(
                        "scores",
                        Frequentation.SCHEMA$,
                        "room_id",
                        p -> p.proposals().scores().values(),
                        EPCI,
                        "state"),
                of(
                        "conversions",
                        Conversion.SCHEMA$,
                        "room_id",
                        p -> p.proposals().conversions().values(),
                        EPCI,
                        "kind",
                        "candidature"),
                of(
                        "needs",
                        NeedsReported.SCHEMA$,
                        EPCI,
                        p -> places.needs(p.run().no()).values()),
                of(
                                "decisions",
                                DecisionRecorded.SCHEMA$,
                                "",
                                p -> recorded(decisions, p.run()),
                                EPCI,
                                "subject",
                                "kind")
                        .versioned(all -> String.valueOf(all.size())),
                computed("scenarios", ScenarioComputed.class, "scenario_id", studies, ScenarioManifest.SERIES, "kind"),
                computed("calendars", ToursComputed.class, "", studies, TourManifest.SERIES, "tour_id"),
                of("budget", BudgetRecords.LINE, "", BudgetRecords::lines, EPCI, "departement", "line"),
                of("budget-years", BudgetRecords.YEAR, "", BudgetRecords::years, EPCI, "departement", "year"));
        Set<String> names = contract.stream().map(ApiCollection::path).collect(Collectors.toSet());
        Stream<ApiCollection> others = DatasetTables.all()
                .filter(dataset -> !names.contains(dataset.id()))
                .map(dataset -> of(dataset, datasets));
        this.all = Stream.concat(contract.stream(), others).toList();
    }

    /** Of a record that the API adds to those of the contract. */
    static Schema schema(String name) {
        return new Schema.Parser().parse(TextResource.of("/api/" + name + ".avsc", "Le schéma " + name));
    }

    List<ApiCollection> all() {
        return all;
    }

    Optional<ApiCollection> find(String path) {
        return all.stream().filter(dataset -> dataset.path().equals(path)).findFirst();
    }

    /** @throws ResponseStatusException where none has this path */
    ApiCollection get(String path) {
        return find(path)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "« " + path + " » n’est pas une collection ; celles qui existent : "
                                + all.stream().map(ApiCollection::path).collect(Collectors.joining(", ")) + "."));
    }

    /** @param key the field that names one item; empty where none does */
    static ApiCollection of(
            String path,
            Schema schema,
            String key,
            Function<PublishedResults, Collection<? extends IndexedRecord>> items,
            String... filters) {
        return new ApiCollection(
                path,
                schema,
                Sha256.of(schema.toString()).substring(0, 16),
                Optional.of(key).filter(name -> !name.isEmpty()),
                List.of(filters),
                published -> List.copyOf(items.apply(published)),
                all -> "");
    }

    /** A dataset: what names an EPCI or a commune may be asked for. */
    static ApiCollection of(Dataset dataset, DatasetTables tables) {
        Schema schema = DatasetTables.schema(dataset);
        return of(
                dataset.id(),
                schema,
                "",
                published -> tables.of(dataset, published).records().obtain(),
                Stream.of("epci_siren", "code_insee")
                        .filter(name -> schema.getField(name) != null)
                        .toArray(String[]::new));
    }

    /** What was computed never changes, and nothing of it leaves: its number is its version. */
    private static <T extends SpecificRecord> ApiCollection computed(
            String path, Class<T> answer, String key, Studies studies, StudySeries<?> series, String filter) {
        Function<PublishedResults, Collection<? extends IndexedRecord>> answers =
                published -> studies.all(series).stream()
                        .flatMap(study -> studies.answers(study.id(), answer).stream())
                        .toList();
        return of(path, SpecificData.get().getSchema(answer), key, answers, filter)
                .versioned(all -> String.valueOf(all.size()));
    }

    /** Also those that the next run will carry. One is only ever added: under one run their number is their version. */
    private static List<DecisionRecorded> recorded(DecisionTable decisions, PublishedRun run) {
        return decisions.all(run).stream().map(RecordedDecision::decision).toList();
    }

    /** The aid of the plans, laid flat: a row for each EPCI and line, a row for each EPCI and calendar year. */
    static final class BudgetRecords {

        static final Schema LINE = schema("BudgetLine");
        static final Schema YEAR = schema("BudgetYear");

        private BudgetRecords() {}

        static List<IndexedRecord> lines(PublishedResults published) {
            return published.proposals().plans().values().stream()
                    .flatMap(plan -> plan.getAid().stream().map(line -> row(LINE, published, plan, line)))
                    .toList();
        }

        static List<IndexedRecord> years(PublishedResults published) {
            return published.proposals().plans().values().stream()
                    .flatMap(plan -> plan.getBudget().stream().map(year -> row(YEAR, published, plan, year)))
                    .toList();
        }

        /** What a plan says of one of its lines or years: the fields that both have, and whose plan it is. */
        private static IndexedRecord row(Schema schema, PublishedResults published, Plan plan, IndexedRecord part) {
            GenericData.Record row = new GenericData.Record(schema);
            for (Schema.Field field : part.getSchema().getFields()) {
                if (row.hasField(field.name())) {
                    row.put(field.name(), part.get(field.pos()));
                }
            }
            String departement =
                    Departement.of(published.epcis().get(plan.getEpci())).code();
            row.put("epci", plan.getEpci());
            row.put("name", plan.getName());
            row.put("departement", departement.isEmpty() ? null : departement);
            return row;
        }
    }

    /** The runs, newest first. */
    @Component
    record RunRecords(JdbcClient jdbc, Namespace namespace) {

        static final Schema SCHEMA = schema("Run");

        private static final String RUNS = """
            select r.run_no, r.run_id, r.kind, r.state, r.as_of, r.bareme_id, r.bareme_hash, r.result_hash,
                case when r.demonstration then 'RECONSTITUTION' else 'DONNEES_REELLES' end as nature,
                r.opened_at, r.ended_at, c.rows_read, c.rows_accepted, c.rows_unchanged, c.rows_rejected, c.rows_controls
            from passerelle.run r left join lateral (
                select sum((f->'counts'->>'read')::bigint) as rows_read, sum((f->'counts'->>'accepted')::bigint) as rows_accepted,
                    sum((f->'counts'->>'unchanged')::bigint) as rows_unchanged, sum((f->'counts'->>'rejected')::bigint) as rows_rejected,
                    sum((f->'counts'->>'controls')::bigint) as rows_controls
                from jsonb_array_elements(r.counts->'files') as f) c on true
            where r.namespace = :namespace order by r.run_no desc\
            """;

        List<IndexedRecord> all() {
            return jdbc.sql(RUNS)
                    .param("namespace", namespace.name())
                    .query((row, n) -> record(row))
                    .list();
        }

        private static IndexedRecord record(ResultSet row) throws SQLException {
            GenericData.Record run = new GenericData.Record(SCHEMA);
            for (Schema.Field field : SCHEMA.getFields()) {
                Object value = row.getObject(field.name());
                run.put(
                        field.pos(),
                        value instanceof Timestamp moment ? moment.toInstant().toString() : value);
            }
            return run;
        }
    }
}
