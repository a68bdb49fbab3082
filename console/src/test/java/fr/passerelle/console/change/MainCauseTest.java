package fr.passerelle.console.change;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainCauseTest {

    private static final CauseChangement SHOWN = cause("RETOUR_PARTIEL", "1", "2");
    private static final CauseChangement ORDER = cause("ORDRE_DES_CANDIDATES", "1", "0");
    private static final CauseChangement BASE = cause("ASSIETTE", "26000", "31000");
    private static final CauseChangement SAME = cause("TAUX", "9440", "9440");

    @Test
    void leavesOutWhatIsShownAndNeverDecides() {
        assertThat(MainCause.of(change("SIEGE", SHOWN, ORDER))).contains(ORDER);
    }

    @Test
    void explainsAnAmountByARuleOfTheAid() {
        assertThat(MainCause.of(change("INVESTISSEMENT", SHOWN, ORDER, SAME, BASE)))
                .contains(BASE);
        assertThat(MainCause.of(change("AIDE_TOTALE", SHOWN, ORDER))).contains(ORDER);
    }

    @Test
    void takesTheFirstWhereNoneMayDecide() {
        assertThat(MainCause.of(change("SIEGE", SHOWN, SAME))).contains(SHOWN);
        assertThat(MainCause.of(change("SIEGE"))).isEmpty();
    }

    private static Changement change(String what, CauseChangement... causes) {
        return new Changement(
                "PLAN",
                "200000001",
                "200000001",
                NatureChangement.MODIFIE,
                List.of(new ValeurChangee(what, "1", "2")),
                Arrays.asList(causes));
    }

    private static CauseChangement cause(String rule, String before, String after) {
        return new CauseChangement(rule, "epci:200000001", "operande", before, after);
    }
}
