package fr.passerelle.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.api.ApiAnswer.FlatColumn;
import fr.passerelle.schemas.contract.RecordJson;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlatColumnTest {

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
}
