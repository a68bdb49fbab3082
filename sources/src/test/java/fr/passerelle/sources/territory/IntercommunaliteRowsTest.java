package fr.passerelle.sources.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IntercommunaliteRowsTest {

    private static final TableSchema TABLE = TableSchema.intercommunalites();
    private static final String SIREN = "200072031";
    private static final List<String> BEFORE = TABLE.leastHeader();
    private static final String HEADER = String.join(";", BEFORE);
    private static final String ROW = SIREN + ";".repeat(BEFORE.size() - 1);

    /** Files from before the economic model are read as they were, and say what they said. */
    @Test
    void readsFilesWithoutTheColumnsThatCameLater() {
        assertThat(BEFORE).endsWith("date_ouverture");
        assertThat(told(HEADER, ROW).getModele()).isNull();
    }

    @Test
    void readsOneOfThemWithoutTheOthers() {
        assertThat(told("tarif_heure;" + HEADER, "3,50 €;" + ROW).getModele())
                .extracting(ModeleEconomique::getHourPrice, ModeleEconomique::getOtherCharges)
                .containsExactly(new BigDecimal("3.50"), null);
    }

    @Test
    void saysNothingOfAModelWhoseCellsAreEmpty() {
        assertThat(told(
                                String.join(";", TABLE.header()),
                                SIREN + ";".repeat(TABLE.fields().size() - 1))
                        .getModele())
                .isNull();
    }

    private static Intercommunalite told(String header, String row) {
        Snapshot<Intercommunalite> told = Snapshot.read(
                InputFile.examine(Csv.text(header + "\n" + row + "\n"), TABLE),
                TABLE,
                IntercommunaliteRows.ID,
                new IntercommunaliteRows(ReferenceFacts.load())::resolve);
        assertThat(told.rejects()).isEmpty();
        return Objects.requireNonNull(told.values().get(SIREN));
    }
}
