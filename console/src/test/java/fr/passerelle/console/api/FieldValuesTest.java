package fr.passerelle.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.api.ApiCollection.FieldValues;
import fr.passerelle.console.map.PlanExamples;
import fr.passerelle.published.current.PublishedResults;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValuesTest {

    private static final Schema ITEM = SchemaBuilder.record("Item")
            .fields()
            .requiredString("epci")
            .optionalString("note")
            .requiredInt("year")
            .name("state")
            .type()
            .unionOf()
            .nullType()
            .and()
            .enumeration("State")
            .symbols("OPEN", "CLOSED")
            .endUnion()
            .nullDefault()
            .endRecord();

    @ParameterizedTest
    @CsvSource({
        "state, OPEN",
        "state, CLOSED",
        "epci, 200000001",
        "epci, 200000002",
        "epci, SANS-EPCI",
        "note, a",
        "year, 2031"
    })
    void takesWhatAnItemMaySay(String field, String value) {
        assertThat(fault(field, value)).isNull();
    }

    @Test
    void namesTheCodesOfAnEnumeration() {
        assertThat(fault("state", "open"))
                .isEqualTo("Le paramètre « state » ne connaît pas cette valeur ; celles qui existent : OPEN, CLOSED.");
    }

    @Test
    void namesThePlacesThatArePublishedAndThoseOfTheItems() {
        assertThat(fault("epci", "rien"))
                .isEqualTo("Le paramètre « epci » ne connaît pas cette valeur ; celles qui existent : 200000001,"
                        + " 200000002, SANS-EPCI.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bientôt", "18", "20180", ""})
    void asksForAYear(String value) {
        assertThat(fault("year", value)).contains("« year » attend une année");
    }

    @Test
    void namesNoMoreThanCanBeRead() {
        List<GenericData.Record> items = IntStream.rangeClosed(1, 61)
                .mapToObj(n -> item("200000002", "n%02d".formatted(n)))
                .toList();

        assertThat(new FieldValues(ITEM, "note").fault("x", published(), items)).endsWith("n60… (61 en tout).");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(new FieldValues(ITEM, "note").fault("x", published(), List.of()))
                .endsWith("existent : aucune.");
    }

    private static @Nullable String fault(String field, String value) {
        return new FieldValues(ITEM, field).fault(value, published(), List.of(item("200000002", "a")));
    }

    private static GenericData.Record item(String epci, String note) {
        return new GenericRecordBuilder(ITEM)
                .set("epci", epci)
                .set("note", note)
                .set("year", 2018)
                .build();
    }

    private static PublishedResults published() {
        return PlanExamples.published(List.of(), List.of(), List.of(), PlanExamples.epci("200000001"));
    }
}
