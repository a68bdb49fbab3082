package fr.passerelle.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.api.ApiAnswer.ItemTable;
import fr.passerelle.console.api.ApiCollections.BudgetRecords;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.schemas.bareme.Baremes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTableTest {

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
}
