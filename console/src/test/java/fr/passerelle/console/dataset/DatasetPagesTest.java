package fr.passerelle.console.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import fr.passerelle.console.dataset.DatasetPages.DatasetList;
import fr.passerelle.console.dataset.DatasetTables.DatasetRows;
import fr.passerelle.console.map.PlanExamples;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.dataset.Extraction;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.sheets.form.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;

/** A dataset as it is looked through. */
class DatasetPagesTest {

    /** The order of an export is that of rooms or of the log: no column of its has it. */
    private static final Table<String> EXPORTED = Table.<String>layout()
            .text("epci_siren", "SIREN de l'intercommunalité", row -> row)
            .text("epci_nom", row -> row.endsWith("2") ? "CC d'Été" : "CC du Pays")
            .text("partage_avec", row -> List.of("S1", "S2"))
            .of(List.of("200000003", "200000001", "200000002"));

    private static DatasetList<String> listed(Map<String, String> asked) {
        return DatasetList.of(Dataset.ETAPES, DatasetRows.of(EXPORTED, DatasetTables.schema(Dataset.ETAPES)), asked);
    }

    @Test
    void showsTheRowsInTheOrderOfTheExportOrAskedForAndFindsWhatWasTyped() {
        assertThat(listed(Map.of()).list().slice().items()).isEqualTo(EXPORTED.list());
        assertThat(listed(Map.of("tri", "epci_siren")).list().slice().items())
                .containsExactly("200000001", "200000002", "200000003");
        assertThat(listed(Map.of("tri", "epci_siren", "sens", "desc"))
                        .list()
                        .slice()
                        .items())
                .containsExactly("200000003", "200000002", "200000001");
        assertThat(listed(Map.of("q", "ETE s1")).list().slice().items()).containsExactly("200000002");
        assertThat(listed(Map.of("q", "…")).list().slice().items()).hasSize(3);
    }

    @Test
    void tellsWhatEachColumnMeansAndLinksToItsOrder() throws Exception {
        assertThat(Templates.page("dataset/jeu", "LECTEUR", listed(Map.of())))
                .contains("<details>", "Ce que dit chaque colonne", "tri=epci_siren", "S1, S2")
                .containsPattern("<dt>epci_siren</dt>\\s*<dd>SIREN de l.intercommunalité</dd>")
                .doesNotContain("aria-sort=\"ascending\"");
    }

    @Test
    void readsWhatHoldsOnceARunForAllDatasets() {
        Extraction extraction = mock(Extraction.class);
        Function<Dataset, Table<?>> made = dataset -> EXPORTED;
        when(extraction.lists(any(), any(), any())).thenReturn(made);
        DatasetTables tables = new DatasetTables(extraction, mock(DecisionTable.class), mock(PlaceTable.class));

        var rows = tables.of(Dataset.ETAPES, PlanExamples.published());
        List<IndexedRecord> records =
                tables.of(Dataset.ETAPES, PlanExamples.published()).records().obtain();

        assertThat(tables.of(Dataset.ETAPES, PlanExamples.published())).isSameAs(rows);
        assertThat(tables.of(Dataset.ETAPES, PlanExamples.published()).records().obtain())
                .isSameAs(records);
        assertThat(tables.of(Dataset.SALLES, PlanExamples.published()).rows().all())
                .hasSize(3);
        verify(extraction, times(1)).lists(any(), any(), any());
        int siren = DatasetTables.schema(Dataset.ETAPES).getField("epci_siren").pos();
        assertThat(records)
                .extracting(record -> record.get(siren))
                .containsExactly("200000003", "200000001", "200000002");

        var later = PlanExamples.published(PlanExamples.run(2, "2017-11"), Proposals.NONE, List.of(), List.of());
        assertThat(tables.of(Dataset.ETAPES, later)).isNotSameAs(rows);
        verify(extraction, times(2)).lists(any(), any(), any());
    }
}
