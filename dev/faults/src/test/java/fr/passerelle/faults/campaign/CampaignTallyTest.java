package fr.passerelle.faults.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.faults.campaign.CampaignTally.InjectedFault;
import fr.passerelle.faults.campaign.CampaignTally.RoundRecord;
import fr.passerelle.faults.fault.Strike.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What did not fire is no success, and what is broken is told. */
class CampaignTallyTest {

    private static final List<String> ASKED = List.of("kill-kafka", "poison");

    @Test
    void countsWhatWasInjectedApartFromWhatFired() {
        var tally = new CampaignTally(ASKED, List.of(round(true), round(false)));

        assertThat(tally.table().lines().toList().get(1)).matches("kill-kafka +2 +1 +0");
        assertThat(tally.neverFired()).isEmpty();
        assertThat(tally.broken()).isFalse();
        assertThat(new CampaignTally(ASKED, List.of(round(false))).neverFired()).containsExactly("kill-kafka");
    }

    /** That the time was short is no fault. */
    @Test
    void tellsWhatHadNoTurnFromWhatDidNotFire() {
        assertThat(new CampaignTally(ASKED, List.of(round(true))).withoutTurn()).containsExactly("poison");
        assertThat(new CampaignTally(ASKED, List.of()).neverFired()).isEmpty();
    }

    @Test
    void isBrokenByOneViolation() {
        var tally = new CampaignTally(ASKED, List.of(round(true), round(true, "I1 : rang 3")));

        assertThat(tally.broken()).isTrue();
        assertThat(tally.table().lines().toList().get(1)).matches("kill-kafka +2 +2 +1");
    }

    @Test
    void saysOnOneLineWhatHappenedAndWhatWasSeen() {
        assertThat(round(false, "I1 : rang 3").line())
                .isEqualTo("graine 7, tour 1, tour_2 nuit 3 : kill-kafka (Clôture + 3 ms) : N'A PAS EU LIEU, rien vu ;"
                        + " vérifié I1 à I10 sur 12 enregistrements ; VIOLÉ : I1 : rang 3 (9 s)");
    }

    private static RoundRecord round(boolean fired, String... violations) {
        var struck = new InjectedFault("kill-kafka", "Clôture + 3 ms", new Evidence(fired, "rien vu"));
        return new RoundRecord(7, 1, "tour_2", 3, List.of(struck), List.of(), 12, List.of(violations), 9);
    }
}
