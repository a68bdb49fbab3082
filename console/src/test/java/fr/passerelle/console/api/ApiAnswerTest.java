package fr.passerelle.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.console.api.ApiAnswer.AnswerFormat;
import fr.passerelle.console.api.ApiAnswer.FlatColumn;
import fr.passerelle.console.api.ApiAnswer.ItemTable;
import fr.passerelle.console.api.ApiCollections.BudgetRecords;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.RecordJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ResponseStatusException;

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
        return ItemTable.of(BudgetRecords.YEAR, List.of(row), RUN);
    }

    private static final Schema WITHIN = SchemaBuilder.record("Within")
            .fields()
            .requiredString("name")
            .optionalInt("surface_m2_hundredths")
            .endRecord();
    private static final Schema ITEM = SchemaBuilder.record("Item")
            .fields()
            .requiredString("id")
            .name("within")
            .type()
            .unionOf()
            .nullType()
            .and()
            .type(WITHIN)
            .endUnion()
            .nullDefault()
            .name("themes")
            .type()
            .array()
            .items()
            .stringType()
            .noDefault()
            .name("trace")
            .type()
            .array()
            .items(WITHIN)
            .noDefault()
            .endRecord();

    @Test
    void isAFieldOrTheFieldOfARecordWithinAndNoListOfRecords() {
        assertThat(FlatColumn.of(ITEM))
                .extracting(FlatColumn::name)
                .containsExactly("id", "within_name", "within_surface_m2", "themes");
    }

    @Test
    void takesItsCellFromWhereItsPathLeads() {
        GenericData.Record within = new GenericRecordBuilder(WITHIN)
                .set("name", "Bourg")
                .set("surface_m2_hundredths", 4050)
                .build();

        assertThat(cells(within, List.of("jeux", "photo")))
                .extracting(String::valueOf)
                .containsExactly("1", "Bourg", "40.50", "jeux|photo");
    }

    @Test
    void isEmptyBelowARecordThatIsNotThere() {
        assertThat(cells(null, List.of())).extracting(String::valueOf).containsExactly("1", "null", "null", "");
    }

    private static List<@Nullable Object> cells(GenericData.@Nullable Record within, List<String> themes) {
        GenericData.Record item = new GenericRecordBuilder(ITEM)
                .set("id", "1")
                .set("within", within)
                .set("themes", themes)
                .set("trace", List.of())
                .build();
        return FlatColumn.of(ITEM).stream()
                .<@Nullable Object>map(column -> column.cell(RecordJson.decimals(item)))
                .toList();
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
    void writesJsonWhereNothingIsSaid() {
        assertThat(AnswerFormat.wanted(new HttpHeaders())).isEqualTo(AnswerFormat.JSON);
    }

    @Test
    void refusesWhatItDoesNotWrite() {
        assertThat(refusal("image/png")).isEqualTo(406);
        assertThat(refusal("///")).isEqualTo(400);
    }

    @Test
    void refusesMoreTypesThanAreSorted() {
        String many = String.join(",", Collections.nCopies(51, "text/csv"));

        assertThat(refusal(many)).isEqualTo(400);
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
}
