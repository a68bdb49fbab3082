package fr.passerelle.sheets.french;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.sheets.french.Codes.DecisionWords;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DecisionWordsTest {

    private static final DecisionRecorded NOTIFIED = DecisionRecorded.newBuilder()
            .setSubject("room:S-1")
            .setEpci("200000001")
            .setKind(DecisionKind.NOTIFIED)
            .setOrgan("Commission permanente")
            .setAct("17-1")
            .setDecidedOn(LocalDate.of(2017, 12, 15))
            .setRole("instruction")
            .setAccount("c-1")
            .setMotive("Proposition retenue")
            .setConversion("ETAPE_NOMADE")
            .build();

    @Test
    void saysWhatARoomBecomesAndWhetherItIsOnTheLog() {
        assertThat(DecisionWords.sentence(NOTIFIED, false))
                .isEqualTo(
                        "Décision notifiée, étape de médiation nomade : acte 17-1 du 15/12/2017, Commission permanente"
                                + " ; la prochaine exécution l'inscrit au journal.");
        assertThat(DecisionWords.sentence(NOTIFIED, true)).endsWith("Commission permanente.");
    }
}
