package fr.passerelle.console.api;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.api.ApiCollection.Stock;
import fr.passerelle.console.api.ApiV1.ApiProblems.ApiRefusal;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Studies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The collections of the API, in the order of its description. */
@Component
class ApiCollections {

    private static final String EPCI = "epci";

    private final List<ApiCollection> all;

    ApiCollections(RunRecords runs, DecisionRecords decisions, PlaceTable places, Studies studies) {
        this.all = Stream.of(runs(runs), inventory(), results(), told(decisions, places), computed(studies), budgets())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ApiCollection> runs(RunRecords runs) {
        return List.of(new ApiCollection(
                "runs", RunRecords.SCHEMA, Optional.of("run_id"), List.of("kind", "state"), published -> runs.stock()));
    }

    private static List<ApiCollection> inventory() {
        return List.of(
                published(
                        "rooms",
                        RoomInventoried.getClassSchema(),
                        "room_id",
                        List.of(EPCI, "insee", "gestion"),
                        p -> p.rooms().values()),
                published(
                        "sites",
                        SiteDescribed.getClassSchema(),
                        "site_id",
                        List.of(EPCI, "insee"),
                        p -> p.sites().values()));
    }

    private static List<ApiCollection> results() {
        return List.of(
                published(
                        "plans",
                        Plan.getClassSchema(),
                        EPCI,
                        List.of("besoin", "tiers_lieu"),
                        p -> p.proposals().plans().values()),
                published(
                        "scores",
                        Frequentation.getClassSchema(),
                        "room_id",
                        List.of(EPCI, "state"),
                        p -> p.proposals().scores().values()),
                published(
                        "conversions",
                        Conversion.getClassSchema(),
                        "room_id",
                        List.of(EPCI, "kind", "candidature"),
                        p -> p.proposals().conversions().values()));
    }

    private static List<ApiCollection> told(DecisionRecords decisions, PlaceTable places) {
        return List.of(
                new ApiCollection(
                        "needs",
                        NeedsReported.getClassSchema(),
                        Optional.of(EPCI),
                        List.of(),
                        published -> needs(places.needs(published.run().no()))),
                new ApiCollection(
                        "decisions",
                        DecisionRecorded.getClassSchema(),
                        Optional.empty(),
                        List.of(EPCI, "subject", "kind"),
                        decisions::stock));
    }

    private static List<ApiCollection> computed(Studies studies) {
        return List.of(
                new ApiCollection(
                        "scenarios",
                        ScenarioComputed.getClassSchema(),
                        Optional.of("scenario_id"),
                        List.of("kind"),
                        published -> computed(studies.all(ScenarioManifest.SERIES).stream()
                                .flatMap(scenario -> studies.answers(scenario.id(), ScenarioComputed.class).stream()))),
                new ApiCollection(
                        "calendars",
                        ToursComputed.getClassSchema(),
                        Optional.empty(),
                        List.of("tour_id"),
                        published -> computed(studies.all(TourManifest.SERIES).stream()
                                .flatMap(calendar -> studies.answers(calendar.id(), ToursComputed.class).stream()))));
    }

    /** What was computed never changes, and nothing of it leaves: its number is its version. */
    private static Stock computed(Stream<? extends IndexedRecord> records) {
        List<? extends IndexedRecord> all = records.toList();
        return new Stock(String.valueOf(all.size()), all);
    }

    private static List<ApiCollection> budgets() {
        return List.of(
                budget("budget", BudgetRecords.LINE, List.of(EPCI, "departement", "line"), BudgetRecords::lines),
                budget("budget-years", BudgetRecords.YEAR, List.of(EPCI, "departement", "year"), BudgetRecords::years));
    }

    List<ApiCollection> all() {
        return all;
    }

    Optional<ApiCollection> find(String path) {
        return all.stream().filter(dataset -> dataset.path().equals(path)).findFirst();
    }

    /**
     * The one of this path.
     *
     * @throws ApiRefusal where there is none
     */
    ApiCollection get(String path) {
        return find(path)
                .orElseThrow(() -> ApiRefusal.missing("« " + path + " » n’est pas une collection ; celles qui existent : "
                        + all.stream().map(ApiCollection::path).collect(Collectors.joining(", ")) + "."));
    }

    private static Stock needs(Map<String, List<Demande>> told) {
        return new Stock(
                "",
                told.entrySet().stream()
                        .map(epci -> new NeedsReported(epci.getKey(), epci.getValue()))
                        .sorted(Comparator.comparing(NeedsReported::getEpci))
                        .toList());
    }

    private static ApiCollection published(
            String path,
            Schema schema,
            String key,
            List<String> filters,
            Function<PublishedResults, Collection<? extends IndexedRecord>> items) {
        return new ApiCollection(
                path,
                schema,
                Optional.of(key),
                filters,
                published -> new Stock("", List.copyOf(items.apply(published))));
    }

    private static ApiCollection budget(
            String path,
            Schema schema,
            List<String> filters,
            Function<PublishedResults, List<? extends IndexedRecord>> items) {
        return new ApiCollection(
                path, schema, Optional.empty(), filters, published -> new Stock("", items.apply(published)));
    }

    /** The aid of the plans, laid flat: a row for each EPCI and line, a row for each EPCI and calendar year. */
    static final class BudgetRecords {

        static final Schema LINE = OwnSchemas.read("BudgetLine");
        static final Schema YEAR = OwnSchemas.read("BudgetYear");

        private BudgetRecords() {}

        static List<IndexedRecord> lines(PublishedResults published) {
            return published.proposals().plans().values().stream()
                    .flatMap(plan -> plan.getAid().stream().map(line -> line(published, plan, line)))
                    .toList();
        }

        static List<IndexedRecord> years(PublishedResults published) {
            return published.proposals().plans().values().stream()
                    .flatMap(plan -> plan.getBudget().stream().map(year -> year(published, plan, year)))
                    .toList();
        }

        private static IndexedRecord line(PublishedResults published, Plan plan, AidLine line) {
            GenericData.Record row = row(LINE, published, plan);
            row.put("line", line.getLine().name());
            row.put("cost", line.getCost());
            row.put("rate", line.getRate());
            row.put("ceiling", line.getCeiling());
            row.put("aid", line.getAid());
            row.put("left", line.getLeft());
            row.put("decided_by", line.getDecidedBy());
            return row;
        }

        private static IndexedRecord year(PublishedResults published, Plan plan, BudgetAnnuel year) {
            GenericData.Record row = row(YEAR, published, plan);
            row.put("year", year.getYear());
            row.put("aid", year.getAid());
            return row;
        }

        private static GenericData.Record row(Schema schema, PublishedResults published, Plan plan) {
            GenericData.Record row = new GenericData.Record(schema);
            row.put("epci", plan.getEpci());
            row.put("name", plan.getName());
            String departement =
                    Departement.of(published.epcis().get(plan.getEpci())).code();
            row.put("departement", departement.isEmpty() ? null : departement);
            return row;
        }
    }

    /**
     * The decisions, in the order in which they were recorded: also those that the next run will carry. Those that it
     * inherits from an EPCI that is no more are there once it is published.
     */
    @Component
    static class DecisionRecords {

        private final JdbcClient jdbc;
        private final PayloadReader payloads;

        DecisionRecords(JdbcClient jdbc) {
            this.jdbc = jdbc;
            this.payloads = RegisteredSchemas.reader(jdbc);
        }

        /** A decision is only ever added: under one run their number is their version. */
        Stock stock(PublishedResults published) {
            List<DecisionRecorded> decisions = jdbc.sql(
                            "select payload, schema_fingerprint from passerelle.decisions_as_of(:run) order by"
                                    + " decision_no")
                    .param("run", published.run().no())
                    .query((row, n) -> payloads.read(row.getBytes(1), row.getLong(2), DecisionRecorded.class))
                    .list();
            return new Stock(String.valueOf(decisions.size()), decisions);
        }
    }

    /** The runs, newest first. */
    @Component
    static class RunRecords {

        static final Schema SCHEMA = OwnSchemas.read("Run");

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

        private final JdbcClient jdbc;
        private final String namespace;

        RunRecords(JdbcClient jdbc, ConsoleSettings settings) {
            this.jdbc = jdbc;
            this.namespace = settings.namespace();
        }

        Stock stock() {
            List<IndexedRecord> runs = jdbc.sql(RUNS)
                    .param("namespace", namespace)
                    .query((row, n) -> record(row))
                    .list();
            return new Stock(Integer.toHexString(runs.hashCode()), runs);
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

    /** The records that the API adds to those of the contract. */
    static final class OwnSchemas {

        private OwnSchemas() {}

        static Schema read(String name) {
            try (InputStream text = OwnSchemas.class.getResourceAsStream("/api/" + name + ".avsc")) {
                return new Schema.Parser().parse(Objects.requireNonNull(text, name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
