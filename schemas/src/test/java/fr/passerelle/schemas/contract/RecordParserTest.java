package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LigneCredit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordParserTest {

    private final ChoixEpci choice = ChoixEpci.newBuilder()
            .setEpci("200000001")
            .setName("CC de l'Étude \"A\"")
            .setDepartement("02")
            .setBesoin(Besoin.ELEVE)
            .setFinancement(Financement.OUVERTURE)
            .setYear(2018)
            .setOpening(LocalDate.of(2018, 9, 1))
            .setDepenses(List.of(new Depense(2018, LigneCredit.ETUDE, new BigDecimal("10000.00"))))
            .setEngagees(List.of())
            .setOuvertureNotifiee(false)
            .setExclus(List.of(new ChoixExclu(Financement.ETUDE, Empechement.NOTIFIE)))
            .setAttend(true)
            .build();

    @Test
    void readsWhatIsWrittenWhetherFieldsAreThereOrNull() {
        assertThat(RecordParser.parse(RecordJson.of(choice), ChoixEpci.class)).isEqualTo(choice);
        choice.setYear(null);
        choice.setOpening(null);
        assertThat(RecordParser.parse(RecordJson.of(choice), ChoixEpci.class)).isEqualTo(choice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "null", "{\"epci\":1}"})
    void refusesWhatIsNoRecord(String json) {
        assertThatThrownBy(() -> RecordParser.parse(json, ChoixEpci.class)).isInstanceOf(UndecodableRecord.class);
    }

    @Test
    void refusesACodeThatNobodyKnowsAndANumberThatIsNone() {
        String json = RecordJson.of(choice);

        for (String wrong : List.of(json.replace("OUVERTURE", "RIEN_DU_TOUT"), json.replace("2018-09-01", "hier"))) {
            assertThatThrownBy(() -> RecordParser.parse(wrong, ChoixEpci.class)).isInstanceOf(UndecodableRecord.class);
        }
    }
}
