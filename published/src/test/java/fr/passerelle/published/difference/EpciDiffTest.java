package fr.passerelle.published.difference;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EpciDiffTest {

    private static final CauseChangement SEAT = cause("ORDRE_DES_CANDIDATES", null);
    private static final CauseChangement STUDY = cause("PLAFOND", AidLineName.ETUDE);
    private static final CauseChangement RUNNING = cause("PLAFOND", AidLineName.FONCTIONNEMENT_1);

    @Test
    void saysOfEachAmountWhatMovedItsOwnLine() {
        EpciDiff diff = diff(STUDY, RUNNING);

        assertThat(diff.causeOf("FONCTIONNEMENT_1")).contains(RUNNING);
        assertThat(diff.causeOf("ETUDE")).contains(STUDY);
        assertThat(diff.causeOf(EuroLine.TOTAL)).contains(STUDY);
    }

    /** The study did not move: its cause explains no amount. */
    @Test
    void givesTheReasonsOfTheLinesThatMovedAlone() {
        assertThat(diff(STUDY, RUNNING).aidCauses()).containsExactly(RUNNING);
    }

    @Test
    void saysAnotherSeatOnceForAllThatItMoved() {
        assertThat(diff(SEAT, RUNNING).aidCauses()).containsExactly(SEAT);
        assertThat(diff().aidCauses()).isEmpty();
    }

    private static EpciDiff diff(CauseChangement... causes) {
        ThingDiff plan = new ThingDiff(ThingDiff.Type.PLAN, "200000001", "CC", List.of(), List.of(causes));
        return new EpciDiff(
                "200000001",
                "CC",
                List.of(plan),
                List.of(line("ETUDE", "8000.00"), line("FONCTIONNEMENT_1", "33750.00"), line(EuroLine.TOTAL, "1.00")),
                List.of(),
                List.of());
    }

    private static EuroLine line(String what, String after) {
        String before = what.equals("ETUDE") ? after : "45000.00";
        return new EuroLine(what, new BigDecimal(before), new BigDecimal(after));
    }

    private static CauseChangement cause(String rule, @Nullable AidLineName line) {
        return new CauseChangement(rule, "epci:200000001", null, "1", "2", line);
    }
}
