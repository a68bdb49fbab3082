package fr.passerelle.faults.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.faults.campaign.CampaignTally.InjectedFault;
import fr.passerelle.faults.campaign.CampaignTally.RoundRecord;
import fr.passerelle.faults.fault.Fault.Evidence;
import fr.passerelle.faults.fault.Fault.Strike;
import fr.passerelle.faults.fault.Faults;
import fr.passerelle.faults.fault.NightPhases;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The schedule of a seed can be had again, and leaves no fault out; what did not fire is no success, and what is broken is told. */
class ScheduleTest {

    private static final NightPhases PHASES = NightPhases.of("""
        Vérification des fichiers et des serveurs ... fait (0,2 s)
        Fréquentation ............................... fait (1,4 s)
        Relevés mensuels ............................ fait (0,4 s)
        Relais vers Kafka ........................... fait (0,3 s)
        Notes et propositions ....................... fait (0,8 s)
        Publication ................................. fait (0,1 s)
        """, 6000);

    @Test
    void isTheSameForTheSameSeedAndDrawsOtherMomentsInEachRound() {
        assertThat(told(42, Faults.NAMES)).isEqualTo(told(42, Faults.NAMES)).isNotEqualTo(told(43, Faults.NAMES));

        var schedule = new Schedule(42, List.of("kill-nightly", "kill-kafka"));

        assertThat(IntStream.rangeClosed(1, 60)
                        .mapToObj(round -> schedule.of(round, PHASES).stream()
                                .map(strike -> strike.name() + " " + strike.when())
                                .toList()))
                .doesNotHaveDuplicates();
    }

    @Test
    void injectsEveryFaultThatIsAskedFor() {
        assertThat(IntStream.rangeClosed(1, 2 * Faults.NAMES.size())
                        .boxed()
                        .flatMap(round -> new Schedule(7, Faults.NAMES).of(round, PHASES).stream())
                        .map(Strike::name))
                .containsAll(Faults.NAMES);
    }

    @Test
    void strikesInTheOrderOfThePhases() {
        assertThat(IntStream.rangeClosed(1, 50).mapToObj(round -> new Schedule(7, Faults.KILLS).of(round, PHASES)))
                .allSatisfy(strikes -> assertThat(strikes)
                        .hasSizeBetween(1, 4)
                        .extracting(Strike::phase)
                        .isSorted());
    }

    @Test
    void letsANightWaitAtOneBoundaryAlone() {
        assertThat(IntStream.rangeClosed(1, 200).mapToObj(round -> new Schedule(7, Faults.KILLS).of(round, PHASES)))
                .extracting(strikes -> strikes.stream()
                        .filter(strike -> strike.fault().atBoundary())
                        .count())
                .containsOnly(0L, 1L);
    }

    private static List<String> told(long seed, List<String> faults) {
        var schedule = new Schedule(seed, faults);
        return IntStream.rangeClosed(1, 60)
                .boxed()
                .flatMap(round -> schedule.of(round, PHASES).stream())
                .map(strike -> strike.name() + " " + strike.when())
                .toList();
    }

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
