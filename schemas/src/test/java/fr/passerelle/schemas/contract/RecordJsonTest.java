package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.contract.RecordJson.RecordParser;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {

    @Test
    void writesMoneyAsPlainNumbersWithTheirCents() {
        String doc = RecordJson.of(plan("45000.10"));

        assertThat(doc).contains("\"aid_total\":45000.10").contains("\"theoretical_ceiling\":115000.00");
    }

    @Test
    void writesNamesOfEnumsTextAndListsAndAbsentFieldsAsNull() {
        String doc = RecordJson.of(plan("1.00"));

        assertThat(doc)
                .contains("\"besoin\":\"ELEVE\"")
                .contains("\"name\":\"Communauté d'Été\"")
                .contains("\"functions\":[\"FABLAB\"]")
                .contains("\"demonstration\":true")
                .contains("\"left_total\":null");
    }

    @Test
    void writesDatesAsIsoText() {
        Intercommunalite line = Intercommunalite.newBuilder()
                .setFunctionsWanted(List.of())
                .setOpening(LocalDate.of(2018, 9, 1))
                .setCostEtude(new BigDecimal("12500.00"))
                .build();

        assertThat(RecordJson.of(line)).contains("\"opening\":\"2018-09-01\"").contains("\"cost_etude\":12500.00");
    }

    @Test
    void writesTheRecordsThatAnotherObjectHolds() {
        record Answer(String run, List<Plan> plans) {}

        String json = RecordJson.write(new Answer("N-000001", List.of(plan("1000.00"))));

        assertThat(json)
                .startsWith("{\"run\":\"N-000001\",\"plans\":[{")
                .contains("\"epci\":\"200071991\"")
                .contains("\"aid_total\":1000.00");
    }

    @Test
    void givesWhatIsCountedInHundredthsAsDecimalsWhereThatIsAskedFor() {
        Hosting hosting = Hosting.newBuilder().setSurfaceM2Hundredths(4050).build();

        assertThat(RecordJson.write(RecordJson.decimals(hosting)))
                .contains("\"surface_m2\":40.50", "\"measured_mbits\":null")
                .doesNotContain("hundredths");
        assertThat(RecordJson.of(hosting)).contains("\"surface_m2_hundredths\":4050");
    }

    private static Plan plan(String aid) {
        return Plan.newBuilder(Examples.plan().getPlan())
                .setName("Communauté d'Été")
                .setFunctions(List.of(Fonction.FABLAB))
                .setAidTotal(new BigDecimal(aid))
                .build();
    }

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
