package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.said;
import static fr.passerelle.proof.Deployments.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.fixture.OtherFacts;
import fr.passerelle.local.program.Deployment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hard cases of docs/hard-cases.md, written down before the code ran, through the real job. The document's tables are what is expected. */
@Story
class HardCasesIT {

    private final ExpectedTables expected = new ExpectedTables(Tree.root().resolve("docs/hard-cases.md"));

    @AutoClose
    private final HardCases cases = HardCases.played(mergedFacts());

    @Test
    void scoresTheRooms() {
        holds("rooms", row -> {
            var score = in(row).one("SCORE", row.get("room"));
            var found = found(
                    row,
                    score,
                    "population served=population_served, open=months_open, observed=months_observed, state, score,"
                            + " low, high, flags, presences 12=presences_12_months, observed 12=observed_12_months,"
                            + " person-hours 12=person_hours_12_months_hundredths, months missing=months_missing");
            if (score.get("months_missing").size() == 24) {
                found.put("months missing", "all 24");
            }
            return found;
        });
    }

    @Test
    void computesTheIndicators() {
        holds("indicators", row -> {
            var indicators = in(row).one("SCORE", row.get("room")).get("indicateurs");
            var indicator = among(indicators, "name", row.get("indicator"));
            boolean said = row.get("unavailable").equals("unavailable")
                    && !Snapshot.text(indicator, "unavailable").isEmpty();
            return found(row, indicator, "numerator, denominator, value, points" + (said ? "" : ", unavailable"));
        });
    }

    @Test
    void judgesTheFunctions() {
        holds("functions", row -> {
            var found = new LinkedHashMap<>(row.cells());
            for (var judged : candidate(in(row), row.get("place")).get("fonctions")) {
                found.put(Snapshot.text(judged, "fonction"), judgement(judged));
            }
            return found;
        });
    }

    @Test
    void comparesTheCandidates() {
        holds(
                "candidates",
                row -> found(
                        row,
                        candidate(in(row), row.get("place")),
                        "candidature, rank, functions wanted=functions_wanted, functions confirmed=functions_confirmed,"
                                + " population within 10 km=population, steps=population_steps"));
    }

    @Test
    void ordersTheCandidates() {
        var order = expected.rows("candidates").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("step") + " " + row.get("EPCI"),
                        LinkedHashMap::new,
                        Collectors.mapping(row -> row.get("place"), Collectors.toList())));

        assertThat(order).allSatisfy((key, places) -> {
            var at = key.split(" ", 2);
            assertThat(cases.after(at[0])
                            .plan(at[1])
                            .get("candidates")
                            .valueStream()
                            .map(place -> Snapshot.text(place, "siege.id")))
                    .containsExactlyElementsOf(places);
        });
    }

    @Test
    void convertsTheRooms() {
        holds("conversions", row -> {
            var conversion = in(row).one("CONVERSION", row.get("room"));
            var found = found(
                    row,
                    conversion,
                    "kind, candidature, tablets, themes, host kind=host.kind, host=host.id, host commune=host.insee,"
                            + " distance m=host.distance_m, shared with=host.shared_with, payer=payeur, host"
                            + " sessions=host.sessions_a_month, sessions=sessions_a_month, payer SIREN=payeur_siren");
            found.put("provisoire", conversion.get("provisoire").asBoolean() ? "yes" : "no");
            return found;
        });
    }

    @Test
    void plansTheEpcis() {
        holds("plans", row -> {
            var plan = in(row).plan(row.get("EPCI"));
            var found = found(
                    row,
                    plan,
                    "functions, tablets, population, flags, need=besoin, seat=tiers_lieu, existing=existing_tiers_lieu,"
                            + " étapes=etapes, à instruire=a_instruire, données insuffisantes=donnees_insuffisantes,"
                            + " sessions=sessions_a_month, ETP=animateurs_etp, proximity today=proximite_today,"
                            + " proximity proposed=proximite_proposed, year 4=year_4_cost"
                            + (row.get("reasons").isEmpty() ? "" : ", reasons"));
            found.put("ex æquo", records(plan.get("ex_aequo"), "id").replace("\n", ", "));
            return found;
        });
    }

    @Test
    void aidsEachLineAndTotalsTheAid() {
        holds("aid", row -> {
            var line = among(in(row).plan(row.get("EPCI")).get("aid"), "line", row.get("line"));
            return found(row, line, "cost, aid, left, decided by=decided_by");
        });

        holds(
                "totals",
                row -> found(
                        row,
                        in(row).plan(row.get("EPCI")),
                        "aid total=aid_total, left total=left_total, theoretical ceiling=theoretical_ceiling"));
    }

    @Test
    void spreadsTheAidToRunningOverCalendarYears() {
        assertThat(plans("first", plan -> years(plan.get("budget"))))
                .isEqualTo(byEpci(
                        "budget",
                        "first",
                        row -> Stream.of("2018", "2019", "2020", "2021")
                                .map(year -> year + " " + row.get(year))
                                .collect(Collectors.joining(", "))));
    }

    @Test
    void showsWhatDiffersFromWhatWasNotifiedAndWhatContradictsIt() {
        assertRecords("ecarts", "écarts", "on", "notified", "now", "act");
        assertRecords("conflits", "conflicts", "code", "acts", "values");
    }

    private void assertRecords(String field, String table, String... fields) {
        for (var step : cases.steps()) {
            assertThat(plans(step, plan -> records(plan.get(field), fields)))
                    .as(step)
                    .isEqualTo(byEpci(table, step, row -> cells(row, fields)));
        }
    }

    @Test
    void hasNothingThatIsNotWrittenDownAndRejectsTheRoomOutsideTheRegionAlone() {
        assertThat(cases.after("first").ids("SCORE")).isEqualTo(written("rooms", "room"));
        assertThat(cases.after("first").ids("CONVERSION")).isEqualTo(written("conversions", "room"));
        assertThat(cases.after("first").ids("PLAN")).isEqualTo(written("plans", "EPCI"));
        assertThat(cases.after("merged").ids("PLAN")).contains("200099999").doesNotContain("246000129", "246000376");

        assertThat(cases.rejected(1)).matches("salles\\.csv 18 [A-Z_]+");
    }

    private TreeSet<String> written(String table, String column) {
        return expected.rows(table).stream()
                .filter(row -> row.isOf("first"))
                .map(row -> row.get(column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each row of a table is found as it is written. */
    private void holds(String table, Function<ExpectedTables.Row, Map<String, String>> found) {
        var rows = expected.rows(table);

        assertThat(rows.stream().map(found).map(HardCasesIT::line))
                .containsExactlyElementsOf(rows.stream()
                        .map(ExpectedTables.Row::cells)
                        .map(HardCasesIT::line)
                        .toList());
    }

    private Map<String, String> byEpci(String table, String step, Function<ExpectedTables.Row, String> cell) {
        return expected.rows(table).stream()
                .filter(row -> row.isOf(step))
                .collect(Collectors.toMap(row -> row.get("EPCI"), cell, (one, other) -> one + "\n" + other));
    }

    private Map<String, String> plans(String step, Function<JsonNode, String> cell) {
        var snapshot = cases.after(step);
        return snapshot.ids("PLAN").stream()
                .filter(epci -> !cell.apply(snapshot.plan(epci)).isEmpty())
                .collect(Collectors.toMap(epci -> epci, epci -> cell.apply(snapshot.plan(epci))));
    }

    private Snapshot in(ExpectedTables.Row row) {
        return cases.after(row.get("step"));
    }

    private static JsonNode candidate(Snapshot snapshot, String place) {
        return snapshot.ids("PLAN").stream()
                .flatMap(epci -> snapshot.plan(epci).get("candidates").valueStream())
                .filter(candidate -> Snapshot.text(candidate, "siege.id").equals(place))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody compared " + place));
    }

    private static JsonNode among(JsonNode records, String field, String value) {
        return records.valueStream()
                .filter(candidate -> Snapshot.text(candidate, field).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + value));
    }

    private static String judgement(JsonNode judged) {
        var conditions = Snapshot.text(judged, "conditions");
        return Snapshot.text(judged, "disponibilite") + (conditions.isEmpty() ? "" : " (" + conditions + ")");
    }

    private static String years(JsonNode budget) {
        return budget.valueStream()
                .map(year -> Snapshot.text(year, "year") + " " + Snapshot.text(year, "aid"))
                .collect(Collectors.joining(", "));
    }

    private static String records(JsonNode records, String... fields) {
        return records.valueStream()
                .map(one -> Stream.of(fields)
                        .map(field -> Snapshot.text(one, field))
                        .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    private static String cells(ExpectedTables.Row row, String... columns) {
        return Stream.of(columns).map(row::get).collect(Collectors.joining(" | "));
    }

    /** A row with what was found of its columns, each said as {@code column=path}, or by one name of both. */
    private static Map<String, String> found(ExpectedTables.Row row, JsonNode record, String columns) {
        var found = new LinkedHashMap<>(row.cells());
        for (var column : columns.split(", ")) {
            var names = column.split("=");
            found.put(names[0], Snapshot.text(record, names[names.length - 1]));
        }
        return found;
    }

    private static String line(Map<String, String> row) {
        return row.entrySet().stream()
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The shipped facts after an invented merger: the communes of the Liancourtois and of the Clermontois belong to one EPCI. */
    private static Path mergedFacts() {
        var liancourtois = "246000129,CC du Liancourtois,CC";
        var clermontois = "246000376,CC du Clermontois,CC";
        var merged = "200099999,CC du Clermontois et du Liancourtois,CC";
        var folder = OtherFacts.folder();
        OtherFacts.change(
                folder,
                "communes-picardie.csv",
                row -> row.replace(liancourtois, merged).replace(clermontois, merged));
        OtherFacts.change(folder, "epci-picardie.csv", row -> {
            var figures = merged + ",60,28,61336,49.34829,2.42241,15.4";
            return row.startsWith(clermontois) ? "" : row.startsWith(liancourtois) ? figures : row;
        });
        return folder;
    }

    /** The three nights of docs/hard-cases.md, and what held after each. */
    private static final class HardCases implements AutoCloseable {

        private static final Path FILES = Tree.root().resolve("dev/proof/src/test/resources/hard-cases");

        private final Deployment system = Deployments.fresh("hard");
        private final Map<String, Snapshot> steps = new LinkedHashMap<>();

        /** Runs them, and records the acts after the first. */
        static HardCases played(Path mergedFacts) {
            var cases = new HardCases();
            cases.system.events(1).awaitSaying("est lu");
            cases.night("first", "first", "first", Map.of());
            cases.notifyAll(Tree.read(FILES.resolve("first/decisions.csv")));
            cases.night("later", "later", "later", Map.of());
            cases.night("merged", "later", "merged", Map.of("passerelle.facts", mergedFacts.toString()));
            return cases;
        }

        Set<String> steps() {
            return steps.keySet();
        }

        Snapshot after(String step) {
            return Objects.requireNonNull(steps.get(step), step);
        }

        /** The rows that a night rejected, as file, line and reason. */
        String rejected(int runNo) {
            return system.text("select string_agg(file_name || ' ' || line || ' ' || reason, ', ' order by line)"
                    + " from passerelle.reject where run_no = " + runNo);
        }

        @Override
        public void close() {
            system.close();
        }

        private void night(String step, String rooms, String intercommunalites, Map<String, String> more) {
            var night = words(
                    "nightly --rooms %s --attendance %s --intercommunalites %s --sites %s",
                    FILES.resolve(rooms + "/salles.csv"),
                    FILES.resolve("first/frequentation.csv"),
                    FILES.resolve(intercommunalites + "/intercommunalites.csv"),
                    FILES.resolve("first/sites.csv"));
            system.night(night, more);
            steps.put(step, new Snapshot(system));
        }

        /** Notifies what the plans in force say, and expects it to be what the file says. */
        private void notifyAll(String file) {
            file.lines()
                    .skip(1)
                    .forEach(act -> assertThat(notified(act.split(";"))).isEqualTo(act));
        }

        private String notified(String... act) {
            var line = "decide %s notified --act %s --date %s --why %s --json";
            return line(Snapshot.exact(said(system, line, act[1], act[0], act[2], "cas difficile")));
        }

        private static String line(JsonNode known) {
            var aid =
                    known.get("aid").valueStream().map(line -> line.get("euros").asString());
            return Stream.concat(
                            Stream.of("act", "epci", "decidedOn", "seat")
                                    .map(field -> known.get(field).asString()),
                            aid)
                    .collect(Collectors.joining(";"));
        }
    }

    /** The tables of a document under headings "Expected: …", so that what is expected is written once, where people read it. */
    private static final class ExpectedTables {

        private static final String HEADING = "## Expected: ";
        /** The columns that say what a row is about: where their cell lists several, the row stands for one of each. */
        private static final List<String> SUBJECTS = List.of("room", "place", "EPCI", "indicator", "line");

        private static final Pattern LISTED = Pattern.compile(", ");

        /** One row, in the order of its columns. */
        record Row(Map<String, String> cells) {

            String get(String column) {
                return Objects.requireNonNull(cells.get(column), column);
            }

            boolean isOf(String step) {
                return get("step").equals(step);
            }

            private Stream<Row> each(String column) {
                return cells.containsKey(column)
                        ? LISTED.splitAsStream(get(column)).map(one -> with(column, one))
                        : Stream.of(this);
            }

            private Row with(String column, String cell) {
                var changed = new LinkedHashMap<>(cells);
                changed.put(column, cell);
                return new Row(changed);
            }
        }

        private final List<String> lines;

        ExpectedTables(Path document) {
            lines = Tree.read(document).lines().toList();
        }

        /** The rows of a table, one a subject, each cell under the name of its column. */
        List<Row> rows(String name) {
            var table = lines.stream()
                    .dropWhile(line -> !line.equals(HEADING + name))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith("|"))
                    .map(ExpectedTables::cells)
                    .toList();
            if (table.size() < 3) {
                throw new IllegalArgumentException("No table " + name);
            }
            var rows = table.stream().skip(2).map(row -> named(table.getFirst(), row));
            for (var column : SUBJECTS) {
                rows = rows.flatMap(row -> row.each(column));
            }
            return rows.toList();
        }

        private static Row named(List<String> columns, List<String> row) {
            if (columns.size() != row.size()) {
                throw new IllegalArgumentException("Not as many cells as columns: " + row);
            }
            var named = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) {
                named.put(columns.get(i), row.get(i));
            }
            return new Row(named);
        }

        private static List<String> cells(String line) {
            return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                    .map(String::strip)
                    .collect(Collectors.toList());
        }
    }

    /** What held in the read model after a run: scores, conversions and plans, as the projection keeps them. */
    private static final class Snapshot {

        private static final JsonMapper EXACT = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        private final JsonNode current;

        Snapshot(Deployment system) {
            current = exact(system.text("select jsonb_object_agg(type || ' ' || id, doc)"
                    + " from passerelle.current_result where not withdrawn"));
        }

        /** JSON whose numbers keep their digits. */
        static JsonNode exact(String json) {
            return EXACT.readTree(json);
        }

        JsonNode plan(String epci) {
            return one("PLAN", epci);
        }

        /** Identifiers of what holds, of one type, in order. */
        Set<String> ids(String type) {
            return current.propertyNames().stream()
                    .filter(key -> key.startsWith(type + " "))
                    .map(key -> key.substring(type.length() + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        JsonNode one(String type, String id) {
            return Optional.ofNullable(current.get(type + " " + id))
                    .orElseThrow(() -> new IllegalArgumentException("There is no " + type + " " + id));
        }

        /** A field, or one of a record in it, as plain text: empty where it is null or missing; a list's items with commas. */
        static String text(JsonNode record, String path) {
            var node = record.at("/" + path.replace('.', '/'));
            return node.isArray()
                    ? node.valueStream().map(Snapshot::plain).collect(Collectors.joining(", "))
                    : plain(node);
        }

        private static String plain(JsonNode node) {
            return node.isNull() || node.isMissingNode() ? "" : node.asString();
        }
    }
}
