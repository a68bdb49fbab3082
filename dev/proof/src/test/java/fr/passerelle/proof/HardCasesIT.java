package fr.passerelle.proof;

import static fr.passerelle.proof.Snapshot.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.proof.ExpectedTables.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The hard cases of docs/hard-cases.md, written down before the code ran, through the real job. The document's tables are what is expected. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardCasesIT {

    @TempDir
    private static Path facts;

    private final ExpectedTables expected = ExpectedTables.of(Tree.root().resolve("docs/hard-cases.md"));

    private HardCases cases;

    @BeforeAll
    void playThem() {
        cases = HardCases.played(MergedFacts.in(facts));
    }

    @AfterAll
    void endIt() {
        cases.close();
    }

    @Test
    void scoresTheRooms() {
        holds("rooms", row -> {
            var score = in(row).score(row.get("room"));
            var found = new LinkedHashMap<>(row.cells());
            found.put("population served", text(score, "population_served"));
            found.put("open", text(score, "months_open"));
            found.put("observed", text(score, "months_observed"));
            copy(found, score, "state", "score", "low", "high", "flags");
            found.put("presences 12", text(score, "presences_12_months"));
            found.put("person-hours 12", text(score, "person_hours_12_months_hundredths"));
            found.put("observed 12", text(score, "observed_12_months"));
            found.put(
                    "months missing",
                    score.get("months_missing").size() == 24 ? "all 24" : text(score, "months_missing"));
            return found;
        });
    }

    @Test
    void computesTheIndicators() {
        holds("indicators", row -> {
            var indicator = among(in(row).score(row.get("room")).get("indicateurs"), "name", row.get("indicator"));
            var found = new LinkedHashMap<>(row.cells());
            copy(found, indicator, "numerator", "denominator", "value", "points");
            if (!(row.get("unavailable").equals("unavailable")
                    && !text(indicator, "unavailable").isEmpty())) {
                copy(found, indicator, "unavailable");
            }
            return found;
        });
    }

    @Test
    void judgesTheFunctions() {
        holds("functions", row -> {
            var found = new LinkedHashMap<>(row.cells());
            for (var judged : candidate(in(row), row.get("place")).get("fonctions")) {
                found.put(text(judged, "fonction"), judgement(judged));
            }
            return found;
        });
    }

    @Test
    void comparesTheCandidates() {
        holds("candidates", row -> {
            var place = candidate(in(row), row.get("place"));
            var found = new LinkedHashMap<>(row.cells());
            copy(found, place, "candidature", "rank");
            found.put("functions wanted", text(place, "functions_wanted"));
            found.put("functions confirmed", text(place, "functions_confirmed"));
            found.put("population within 10 km", text(place, "population"));
            found.put("steps", text(place, "population_steps"));
            return found;
        });
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
                            .map(place -> text(place, "siege.id")))
                    .containsExactlyElementsOf(places);
        });
    }

    @Test
    void convertsTheRooms() {
        holds("conversions", row -> {
            var conversion = in(row).conversion(row.get("room"));
            var found = new LinkedHashMap<>(row.cells());
            copy(found, conversion, "kind", "candidature", "tablets", "themes");
            found.put("provisoire", conversion.get("provisoire").asBoolean() ? "yes" : "no");
            found.put("host kind", text(conversion, "host.kind"));
            found.put("host", text(conversion, "host.id"));
            found.put("host commune", text(conversion, "host.insee"));
            found.put("distance m", text(conversion, "host.distance_m"));
            found.put("shared with", text(conversion, "host.shared_with"));
            found.put("host sessions", text(conversion, "host.sessions_a_month"));
            found.put("sessions", text(conversion, "sessions_a_month"));
            found.put("payer", text(conversion, "payeur"));
            found.put("payer SIREN", text(conversion, "payeur_siren"));
            return found;
        });
    }

    @Test
    void plansTheEpcis() {
        holds("plans", row -> {
            var plan = in(row).plan(row.get("EPCI"));
            var found = new LinkedHashMap<>(row.cells());
            copy(found, plan, "functions", "tablets", "population", "flags");
            found.put("need", text(plan, "besoin"));
            found.put("seat", text(plan, "tiers_lieu"));
            found.put("ex æquo", joined(plan.get("ex_aequo"), "id"));
            found.put("existing", text(plan, "existing_tiers_lieu"));
            found.put("étapes", text(plan, "etapes"));
            found.put("à instruire", text(plan, "a_instruire"));
            found.put("données insuffisantes", text(plan, "donnees_insuffisantes"));
            found.put("sessions", text(plan, "sessions_a_month"));
            found.put("ETP", text(plan, "animateurs_etp"));
            found.put("proximity today", text(plan, "proximite_today"));
            found.put("proximity proposed", text(plan, "proximite_proposed"));
            found.put("year 4", text(plan, "year_4_cost"));
            if (!row.get("reasons").isEmpty()) {
                copy(found, plan, "reasons");
            }
            return found;
        });
    }

    @Test
    void aidsEachLine() {
        holds("aid", row -> {
            var line = among(in(row).plan(row.get("EPCI")).get("aid"), "line", row.get("line"));
            var found = new LinkedHashMap<>(row.cells());
            copy(found, line, "cost", "aid", "left");
            found.put("decided by", text(line, "decided_by"));
            return found;
        });
    }

    @Test
    void totalsTheAid() {
        holds("totals", row -> {
            var plan = in(row).plan(row.get("EPCI"));
            var found = new LinkedHashMap<>(row.cells());
            found.put("aid total", text(plan, "aid_total"));
            found.put("left total", text(plan, "left_total"));
            found.put("theoretical ceiling", text(plan, "theoretical_ceiling"));
            return found;
        });
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
    void showsWhatDiffersFromWhatWasNotified() {
        for (var step : cases.steps()) {
            assertThat(plans(step, plan -> records(plan.get("ecarts"), "on", "notified", "now", "act")))
                    .as(step)
                    .isEqualTo(byEpci("écarts", step, row -> cells(row, "on", "notified", "now", "act")));
        }
    }

    @Test
    void showsDecisionsThatContradictEachOther() {
        for (var step : cases.steps()) {
            assertThat(plans(step, plan -> records(plan.get("conflits"), "code", "acts", "values")))
                    .as(step)
                    .isEqualTo(byEpci("conflicts", step, row -> cells(row, "code", "acts", "values")));
        }
    }

    @Test
    void hasNothingThatIsNotWrittenDown() {
        assertThat(cases.after("first").ids("SCORE")).isEqualTo(written("rooms", "room"));
        assertThat(cases.after("first").ids("CONVERSION")).isEqualTo(written("conversions", "room"));
        assertThat(cases.after("first").ids("PLAN")).isEqualTo(written("plans", "EPCI"));
        assertThat(cases.after("merged").ids("PLAN")).contains("200099999").doesNotContain("246000129", "246000376");
    }

    @Test
    void rejectsTheRoomOutsideTheRegionAndNothingElse() {
        assertThat(cases.rejected(1)).matches("salles\\.csv 18 [A-Z_]+");
    }

    private TreeSet<String> written(String table, String column) {
        return expected.rows(table).stream()
                .filter(row -> row.isOf("first"))
                .map(row -> row.get(column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each row of a table is found as it is written. */
    private void holds(String table, Function<Row, Map<String, String>> found) {
        var rows = expected.rows(table);

        assertThat(rows.stream().map(found).map(HardCasesIT::line))
                .containsExactlyElementsOf(
                        rows.stream().map(Row::cells).map(HardCasesIT::line).toList());
    }

    private Map<String, String> byEpci(String table, String step, Function<Row, String> cell) {
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

    private Snapshot in(Row row) {
        return cases.after(row.get("step"));
    }

    private static JsonNode candidate(Snapshot snapshot, String place) {
        return snapshot.ids("PLAN").stream()
                .flatMap(epci -> snapshot.plan(epci).get("candidates").valueStream())
                .filter(candidate -> text(candidate, "siege.id").equals(place))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody compared " + place));
    }

    private static JsonNode among(JsonNode records, String field, String value) {
        return records.valueStream()
                .filter(candidate -> text(candidate, field).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + value));
    }

    private static String judgement(JsonNode judged) {
        var conditions = text(judged, "conditions");
        return text(judged, "disponibilite") + (conditions.isEmpty() ? "" : " (" + conditions + ")");
    }

    private static String years(JsonNode budget) {
        return budget.valueStream()
                .map(year -> text(year, "year") + " " + text(year, "aid"))
                .collect(Collectors.joining(", "));
    }

    private static String records(JsonNode records, String... fields) {
        return records.valueStream()
                .map(one -> Stream.of(fields).map(field -> text(one, field)).collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    private static String cells(Row row, String... columns) {
        return Stream.of(columns).map(row::get).collect(Collectors.joining(" | "));
    }

    private static String joined(JsonNode records, String field) {
        return records.valueStream().map(one -> text(one, field)).collect(Collectors.joining(", "));
    }

    private static void copy(Map<String, String> found, JsonNode from, String... fields) {
        Stream.of(fields).forEach(field -> found.put(field, text(from, field)));
    }

    private static String line(Map<String, String> row) {
        return row.entrySet().stream()
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining("; "));
    }
}
