package fr.passerelle.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import fr.passerelle.console.api.ApiAnswer.AnswerFormat;
import fr.passerelle.console.api.ApiCollection.FieldValues;
import fr.passerelle.console.api.ApiCollections.BudgetRecords;
import fr.passerelle.console.api.ApiCollections.RunRecords;
import fr.passerelle.console.api.ApiDescription.DescriptionWords;
import fr.passerelle.console.dataset.DatasetTables;
import fr.passerelle.console.map.PlanExamples;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.study.Studies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.server.ResponseStatusException;

/** What the API answers: its table, its form, the values that it filters by, and the methods that it takes. */
class ApiAnswerTest {

    private static final PublishedRun RUN = new PublishedRun(
            1, "N-000001", "2017-10", Baremes.load(Baremes.DEFAULT), true, "h", Instant.parse("2017-11-02T08:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\tx", "＝1"})
    void makesATextThatASpreadsheetWouldRunInert(String name) {
        assertThat(row(name)).contains(";'" + name + ";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CC du Pays", "l'an = 1", "3 = 3"})
    void leavesOtherTextsAsTheyAre(String name) {
        assertThat(row(name)).contains(";" + name + ";");
    }

    @Test
    void writesNumbersPlainlyUnknownsEmptyAndWhereAllOfItComesFrom() {
        assertThat(row("CC").lines())
                .containsExactly(
                        "epci;name;departement;year;aid;publication_run_id;publication_as_of;publication_bareme_id;"
                                + "publication_bareme_hash;publication_bareme_illustration;publication_result_hash;"
                                + "publication_published_at;publication_nature",
                        "200000001;CC;;2018;-10.50;N-000001;2017-10;2017-05;"
                                + RUN.bareme().sha256() + ";non;h;2017-11-02T08:00:00Z;RECONSTITUTION");
    }

    private static String row(String name) {
        GenericData.Record row = new GenericData.Record(BudgetRecords.YEAR);
        row.put("epci", "200000001");
        row.put("name", name);
        row.put("year", 2018);
        row.put("aid", new BigDecimal("-10.50"));
        return ApiAnswer.table(BudgetRecords.YEAR, List.of(row), RUN);
    }

    private static final Schema ITEM = new Schema.Parser().parse("""
        {"type": "record", "name": "Item", "fields": [
            {"name": "id", "type": "string"},
            {"name": "within", "type": ["null", {"type": "record", "name": "Within", "fields": [
                {"name": "name", "type": "string"},
                {"name": "surface_m2_hundredths", "type": ["null", "int"], "default": null}]}], "default": null},
            {"name": "themes", "type": {"type": "array", "items": "string"}},
            {"name": "trace", "type": {"type": "array", "items": "Within"}}]}
        """);
    private static final Schema WITHIN = ITEM.getField("trace").schema().getElementType();

    @Test
    void hasFieldsAndThoseOfARecordWithinAndNoneBelowOneThatIsNotThere() {
        GenericData.Record within = new GenericRecordBuilder(WITHIN)
                .set("name", "Bourg")
                .set("surface_m2_hundredths", 4050)
                .build();

        assertThat(lines(within, List.of("jeux", "photo")).getFirst())
                .startsWith("id;within_name;within_surface_m2;themes;publication_");
        assertThat(lines(within, List.of("jeux", "photo")).getLast()).startsWith("1;Bourg;40.50;jeux|photo;N-");
        assertThat(lines(null, List.of()).getLast()).startsWith("1;;;;N-");
    }

    private static List<String> lines(GenericData.@Nullable Record within, List<String> themes) {
        GenericData.Record item = new GenericRecordBuilder(ITEM)
                .set("id", "1")
                .set("within", within)
                .set("themes", themes)
                .set("trace", List.of())
                .build();
        return ApiAnswer.table(ITEM, List.of(item), RUN).lines().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | JSON",
                "application/json | JSON",
                "application/* | JSON",
                "text/csv | CSV",
                "text/csv;q=0.2, application/json;q=0.9 | JSON",
                "application/json;q=0.2, text/csv | CSV",
                "text/html, */*;q=0.1 | JSON",
                "application/json;q=0, text/csv;q=0.1 | CSV"
            })
    void takesWhatIsPreferred(String accept, AnswerFormat format) {
        assertThat(AnswerFormat.wanted(accepting(accept))).isEqualTo(format);
    }

    @Test
    void writesJsonWhereNothingIsSaidAndRefusesWhatItDoesNotWriteOrSort() {
        assertThat(AnswerFormat.wanted(new HttpHeaders())).isEqualTo(AnswerFormat.JSON);

        assertThat(refusal("image/png")).isEqualTo(406);
        assertThat(refusal("///")).isEqualTo(400);

        assertThat(refusal(String.join(",", Collections.nCopies(51, "text/csv"))))
                .isEqualTo(400);
    }

    private static int refusal(String accept) {
        return catchThrowableOfType(ResponseStatusException.class, () -> AnswerFormat.wanted(accepting(accept)))
                .getStatusCode()
                .value();
    }

    private static HttpHeaders accepting(String accept) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.ACCEPT, accept);
        return headers;
    }

    @Test
    void tagsAnswersOtherwiseOnceAnItemIsAnotherThing() {
        assertThat(tag(BudgetRecords.LINE)).isEqualTo(tag(BudgetRecords.LINE)).isNotEqualTo(tag(BudgetRecords.YEAR));
    }

    private static String tag(Schema schema) {
        ApiCollection items = ApiCollections.of("items", schema, "", published -> List.of());
        return ApiAnswer.of(items, new HttpHeaders(), published()).tag();
    }

    private static final Schema FILTERED = new Schema.Parser().parse("""
        {"type": "record", "name": "Filtered", "fields": [
            {"name": "epci", "type": "string"},
            {"name": "epci_siren", "type": ["null", "string"], "default": null},
            {"name": "code_insee", "type": ["null", "string"], "default": null},
            {"name": "note", "type": ["null", "string"], "default": null},
            {"name": "year", "type": "int"},
            {"name": "state", "type": ["null", {"type": "enum", "name": "State", "symbols": ["OPEN", "CLOSED"]}],
                "default": null}]}
        """);

    @ParameterizedTest
    @CsvSource({
        "state, OPEN",
        "state, CLOSED",
        "epci, 200000001",
        "epci, 200000002",
        "epci, SANS-EPCI",
        "epci_siren, 200000001",
        "epci_siren, SANS-EPCI",
        "code_insee, 02001",
        "note, a",
        "year, 2031"
    })
    void takesWhatAnItemMaySay(String field, String value) {
        assertThat(fault(field, value)).isNull();
    }

    @Test
    void namesTheCodesOfAnEnumerationAndThePlacesThatArePublishedOrOfTheItems() {
        assertThat(fault("state", "open"))
                .isEqualTo("Le paramètre « state » ne connaît pas cette valeur ; celles qui existent : OPEN, CLOSED.");
        assertThat(fault("epci", "rien"))
                .isEqualTo("Le paramètre « epci » ne connaît pas cette valeur ; celles qui existent : 200000001,"
                        + " 200000002, SANS-EPCI.");
    }

    @Test
    void knowsThePlacesOfADatasetByTheNamesOfItsColumns() {
        assertThat(fault("epci_siren", "rien"))
                .isEqualTo("Le paramètre « epci_siren » ne connaît pas cette valeur ; celles qui existent : 200000001,"
                        + " SANS-EPCI.");
        assertThat(fault("code_insee", "rien"))
                .isEqualTo("Le paramètre « code_insee » ne connaît pas cette valeur ; celles qui existent : 02001.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bientôt", "18", "20180", ""})
    void asksForAYear(String value) {
        assertThat(fault("year", value)).contains("« year » attend une année");
    }

    @Test
    void namesNoMoreThanCanBeReadOrSaysThatThereIsNone() {
        List<GenericData.Record> items = IntStream.rangeClosed(1, 61)
                .mapToObj(n -> item("200000002", "n%02d".formatted(n)))
                .toList();

        assertThat(new FieldValues(FILTERED, "note").fault("x", published(), items))
                .endsWith("n60… (61 en tout).");

        assertThat(new FieldValues(FILTERED, "note").fault("x", published(), List.of()))
                .endsWith("existent : aucune.");
    }

    private static @Nullable String fault(String field, String value) {
        return new FieldValues(FILTERED, field).fault(value, published(), List.of(item("200000002", "a")));
    }

    private static GenericData.Record item(String epci, String note) {
        return new GenericRecordBuilder(FILTERED)
                .set("epci", epci)
                .set("note", note)
                .set("year", 2018)
                .build();
    }

    private static PublishedResults published() {
        return PlanExamples.published(
                List.of(), List.of(), List.of(), PlanExamples.epci("200000001", PlanExamples.commune("02001", 100)));
    }

    private final MockMvcTester api = MockMvcTester.of(
            List.of(new ApiV1(
                    new ApiCollections(
                            mock(RunRecords.class),
                            mock(DecisionTable.class),
                            mock(PlaceTable.class),
                            mock(Studies.class),
                            mock(DatasetTables.class)),
                    mock(CurrentResults.class),
                    mock(Audit.class),
                    mock(DescriptionWords.class),
                    new Namespace("passerelle"))),
            built -> built.setControllerAdvice(new ApiV1.ApiProblems()).build());

    @ParameterizedTest
    @ValueSource(
            strings = {"plans", "plans/200000001", "openapi.json", "asyncapi.yaml", "budget", "calendars", "etapes"})
    void namesTheMethodsWhereThereIsSomethingToRead(String path) {
        assertThat(asked(HttpMethod.POST, "/api/v1/" + path))
                .hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
                .hasHeader("Allow", "GET,HEAD")
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"toits", "budget/rien", "plans/a/b", "openapi.json/rien"})
    void findsNothingElsewhere(String path) {
        assertThat(asked(HttpMethod.DELETE, "/api/v1/" + path)).hasStatus(HttpStatus.NOT_FOUND);
    }

    /** An address that is no collection's is not one that other methods could read. */
    @Test
    void findsNothingByGetEither() {
        assertThat(asked(HttpMethod.GET, "/api/v1/plans/a/b")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(asked(HttpMethod.HEAD, "/api/v2/plans")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult asked(HttpMethod method, String path) {
        return api.method(method).uri(path).exchange();
    }
}
