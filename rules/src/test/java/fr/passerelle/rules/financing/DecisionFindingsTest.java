package fr.passerelle.rules.financing;

import static fr.passerelle.rules.financing.DecisionFindingsTest.Acts.act;
import static fr.passerelle.rules.financing.DecisionFindingsTest.Acts.carried;
import static fr.passerelle.rules.financing.DecisionFindingsTest.Acts.notified;
import static fr.passerelle.schemas.event.DecisionKind.ACCEPTED;
import static fr.passerelle.schemas.event.DecisionKind.OBSERVATIONS;
import static fr.passerelle.schemas.event.DecisionKind.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Written;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was notified stays, beside what the rules now find (RULES 4.9). */
class DecisionFindingsTest {

    private static final String A = "200000002";
    private static final String B = "200000003";
    private static final Set<String> DECIDED = Set.of("NOTIFIE", "DECISIONS_CONTRAIRES");
    private static final Map<String, String> STUDY = Map.of("ETUDE", "10000.00");
    private static final Map<String, String> INVESTMENT = Map.of("INVESTISSEMENT", "15000.00");

    private final Plan first = plan(Projects.caseOne());

    @Test
    void findsNoGapWhereNothingChanged() {
        Plan plan = plan(Projects.caseOne(), Acts.notified("A-1", "2017-12-15", first));

        assertThat(plan.getEcarts()).isEmpty();
        assertThat(outcomes(plan, "NOTIFIE")).containsExactly("CONFORME");
    }

    @Test
    void saysThatNothingWasNotified() {
        assertThat(first.getEcarts()).isEmpty();
        assertThat(outcomes(first, "NOTIFIE")).containsExactly("SANS_NOTIFICATION");
        assertThat(outcomes(first, "DECISIONS_CONTRAIRES")).containsExactly("AUCUNE");
    }

    @Test
    void tellsEachAmountThatDiffersAndTheirSum() {
        Plan plan = plan(
                Projects.caseOne().setCostAnimation2(new BigDecimal("50000")),
                Acts.notified("A-1", "2017-12-15", first));

        assertThat(plan.getEcarts())
                .containsExactly(
                        new Ecart("FONCTIONNEMENT_2", "30000.00", "25000.00", "A-1"),
                        new Ecart("AIDE_TOTALE", "115000.00", "110000.00", "A-1"));
        assertThat(outcomes(plan, "NOTIFIE")).containsExactly("ECART");
    }

    @Test
    void tellsASeatThatIsNoLongerTheSame() {
        Plan other = plan(Projects.caseOne(), Acts.notified("A-1", "2017-12-15", "room:S-9", Map.of()));

        assertThat(other.getEcarts()).contains(new Ecart("TIERS_LIEU", "room:S-9", "room:S-1", "A-1"));
    }

    @Test
    void tellsWhatWasNeverNotifiedAndWhatIsNoLongerFound() {
        Plan found = plan(Projects.etude("9999.99"), Acts.notified("A-1", "2017-12-15", null, Map.of()));
        Plan lost = plan(Projects.silent(), Acts.notified("A-1", "2017-12-15", "room:S-1", STUDY));

        assertThat(found.getEcarts())
                .containsExactly(
                        new Ecart("TIERS_LIEU", null, "room:S-1", "A-1"),
                        new Ecart("ETUDE", null, "7999.99", "A-1"),
                        new Ecart("AIDE_TOTALE", null, "7999.99", "A-1"));
        assertThat(lost.getEcarts())
                .containsExactly(
                        new Ecart("ETUDE", "10000.00", null, "A-1"), new Ecart("AIDE_TOTALE", "10000.00", null, "A-1"));
    }

    @Test
    void holdsNothingAndZeroForTheSame() {
        Plan plan = plan(
                Projects.silent(), Acts.notified("A-1", "2017-12-15", "room:S-1", Map.of("INVESTISSEMENT", "0.00")));

        assertThat(plan.getEcarts()).isEmpty();
    }

    @Test
    void changesNothingOfTheProposal() throws IOException {
        Plan plan = plan(Projects.caseOne(), Acts.notified("A-1", "2017-12-15", "room:S-9", STUDY));

        assertThat(undecided(plan)).isEqualTo(undecided(first));
        assertThat(plan.getTrace())
                .filteredOn(step -> DECIDED.contains(step.getRule()))
                .hasSize(2)
                .noneMatch(RegleEssayee::getDecides);
    }

    @Test
    void showsBothSidesOfWhatItCompares() {
        Plan plan = plan(Projects.silent(), Acts.notified("A-1", "2017-12-15", "room:S-9", STUDY));

        assertThat(plan.getTrace())
                .filteredOn(step -> step.getRule().equals("NOTIFIE"))
                .flatExtracting(RegleEssayee::getOperands)
                .extracting(Operande::getName, one -> one.getAmount() == null ? one.getText() : one.getAmount())
                .startsWith(
                        tuple("acte", "A-1"),
                        tuple("date", "2017-12-15"),
                        tuple("epci_notifie", Projects.SIREN),
                        tuple("tiers_lieu_notifie", "room:S-9"),
                        tuple("tiers_lieu_propose", "room:S-1"),
                        tuple("etude_notifie", new BigDecimal("10000.000000")),
                        tuple("etude_propose", null))
                .endsWith(
                        tuple("aide_totale_notifie", new BigDecimal("10000.000000")),
                        tuple("aide_totale_propose", null));
    }

    @Test
    void holdsTheLatestActByDateWhicheverWasRecordedLast() {
        Plan plan = plan(
                Projects.caseOne(),
                Acts.notified("A-2", "2018-02-01", first),
                Acts.notified("A-1", "2017-12-15", "room:S-9", STUDY));

        assertThat(plan.getEcarts()).isEmpty();
    }

    @Test
    void holdsTheLastRecordedOfTwoActsOfOneDay() {
        Plan plan = plan(
                Projects.caseOne(),
                Acts.notified("A-1", "2017-12-15", "room:S-9", STUDY),
                Acts.notified("A-2", "2017-12-15", first));

        assertThat(plan.getEcarts()).isEmpty();
    }

    @Test
    void endsWhatWasNotifiedWithARefusal() {
        Plan plan = plan(
                Projects.caseOne(),
                Acts.notified("A-1", "2017-12-15", "room:S-9", STUDY),
                Acts.act(REFUSED, "D-1", "2018-02-01"));

        assertThat(outcomes(plan, "NOTIFIE")).containsExactly("SANS_NOTIFICATION");
    }

    @Test
    void holdsWhatIsNotifiedAfterARefusal() {
        Plan plan = plan(
                Projects.caseOne(), Acts.act(REFUSED, "D-1", "2018-02-01"), Acts.notified("A-2", "2018-03-01", first));

        assertThat(outcomes(plan, "NOTIFIE")).containsExactly("CONFORME");
    }

    @Test
    void leavesANotificationStandingThatWasAnswered() {
        Plan plan = plan(
                Projects.caseOne(),
                Acts.notified("A-1", "2017-12-15", first),
                Acts.act(OBSERVATIONS, "D-1", "2018-01-10"),
                Acts.act(ACCEPTED, "D-2", "2018-02-01"));

        assertThat(outcomes(plan, "NOTIFIE")).containsExactly("CONFORME");
    }

    @Test
    void readsNothingOfThePlanInADecisionOnARoom() {
        Plan plan = plan(
                Projects.caseOne(),
                Acts.notified("A-1", "2017-12-15", "room:S-9", STUDY).setSubject("room:S-9"));

        assertThat(outcomes(plan, "NOTIFIE")).containsExactly("SANS_NOTIFICATION");
    }

    @Test
    void showsTwoSeatsAndOneAidNotifiedTwiceSinceAMerger() {
        Plan plan = planAfter(
                Acts.carried(Acts.notified("A-1", "2017-12-15", "room:S-1", STUDY), A),
                Acts.carried(Acts.notified("B-1", "2017-11-15", "room:S-9", Map.of("ETUDE", "7999.99")), B));

        assertThat(plan.getConflits())
                .containsExactly(
                        new Conflit("TIERS_LIEUX_MULTIPLES", List.of("B-1", "A-1"), List.of("room:S-9", "room:S-1")),
                        new Conflit("AIDE_CUMULEE", List.of("B-1", "A-1"), List.of("7999.99", "10000.00")));
        assertThat(outcomes(plan, "DECISIONS_CONTRAIRES")).containsExactly("TIERS_LIEUX_MULTIPLES", "AIDE_CUMULEE");
        assertThat(plan.getEcarts()).extracting(Ecart::getAct).contains("A-1", "B-1");
        assertThat(plan.getTiersLieu()).isEqualTo("S-1");
    }

    @Test
    void writesWhatContradictsOfEachAct() {
        Plan plan = planAfter(
                Acts.carried(Acts.notified("A-1", "2017-12-15", "room:S-1", STUDY), A),
                Acts.carried(Acts.notified("B-1", "2017-11-15", "room:S-9", Map.of("ETUDE", "7999.99")), B));

        assertThat(Written.of(Rule.DECISIONS_CONTRAIRES, plan.getTrace()))
                .containsExactly(
                        "DECISIONS_CONTRAIRES epci:200000001 (acte B-1 CODE, tiers_lieu room:S-9 CODE, acte A-1 CODE,"
                                + " tiers_lieu room:S-1 CODE) -> TIERS_LIEUX_MULTIPLES",
                        "DECISIONS_CONTRAIRES epci:200000001 (acte B-1 CODE, etude 7999.99 EUROS, acte A-1 CODE, etude"
                                + " 10000 EUROS) -> AIDE_CUMULEE");
    }

    @Test
    void writesTheOneActThatNothingContradicts() {
        Plan plan = plan(Projects.caseOne(), Acts.notified("A-1", "2017-12-15", first));

        assertThat(Written.of(Rule.DECISIONS_CONTRAIRES, plan.getTrace()))
                .containsExactly("DECISIONS_CONTRAIRES epci:200000001 (acte A-1 CODE) -> AUCUNE");
    }

    @Test
    void findsNoConflictInOneSeatAndAidToDifferentLines() {
        Plan plan = planAfter(
                Acts.carried(Acts.notified("A-1", "2017-12-15", "room:S-1", STUDY), A),
                Acts.carried(Acts.notified("B-1", "2017-11-15", "room:S-1", INVESTMENT), B),
                Acts.carried(Acts.notified("C-1", "2017-11-15", null, Map.of("ETUDE", "0.00")), "200000004"));

        assertThat(plan.getConflits()).isEmpty();
        assertThat(outcomes(plan, "DECISIONS_CONTRAIRES")).containsExactly("AUCUNE", "AUCUNE");
    }

    @Test
    void showsWhatWasNotifiedToItselfBesideWhatCameWithOtherCommunes() {
        Plan plan = planAfter(
                Acts.notified("A-1", "2017-12-15", "room:S-1", STUDY).build(),
                Acts.carried(Acts.notified("B-1", "2017-11-15", "room:S-9", STUDY), B));

        assertThat(plan.getConflits()).hasSize(2);
    }

    @Test
    void endsAContradictionOnceTheEpciItselfIsNotified() {
        Plan plan = planAfter(
                Acts.carried(Acts.notified("A-1", "2017-12-15", "room:S-1", STUDY), A),
                Acts.carried(Acts.notified("B-1", "2017-11-15", "room:S-9", STUDY), B),
                Acts.notified("N-1", "2018-03-01", first).build());

        assertThat(plan.getConflits()).isEmpty();
        assertThat(outcomes(plan, "NOTIFIE")).containsExactly("CONFORME");
    }

    @Test
    void endsNoContradictionByAnActThatIsOlderThanWhatCame() {
        Plan plan = planAfter(
                Acts.carried(Acts.notified("A-1", "2017-12-15", "room:S-9", STUDY), A),
                Acts.notified("N-1", "2017-12-14", "room:S-1", STUDY).build());

        assertThat(plan.getConflits()).hasSize(2);
    }

    @Test
    void endsWhatOneOfTheMergedRefused() {
        Plan plan = planAfter(
                Acts.carried(Acts.notified("A-1", "2017-12-15", "room:S-1", STUDY), A),
                Acts.carried(Acts.notified("B-1", "2017-11-15", "room:S-9", STUDY), B),
                Acts.carried(Acts.act(REFUSED, "B-2", "2017-12-01"), B));

        assertThat(plan.getConflits()).isEmpty();
        assertThat(outcomes(plan, "NOTIFIE")).hasSize(1);
    }

    private static Plan plan(Intercommunalite.Builder project, DecisionRecorded.Builder... acts) {
        return plan(
                project,
                Arrays.stream(acts).map(DecisionRecorded.Builder::build).toList());
    }

    private static Plan planAfter(DecisionRecorded... acts) {
        return plan(Projects.caseOne(), List.of(acts));
    }

    /** Of an EPCI whose one room, S-1, is proposed. */
    private static Plan plan(Intercommunalite.Builder project, List<DecisionRecorded> acts) {
        EpciDescribed epci = EpciDescribed.newBuilder(new AnyEpci(new Random(1)).epci())
                .setIntercommunalite(project.build())
                .build();
        List<ScoredRoom> rooms = List.of(Places.scored(Places.room("S-1"), 60));
        EpciFacts facts = new EpciFacts(Projects.SIREN, epci, List.of(), List.of(), acts);
        return EpciProposal.of(facts, rooms, YearMonth.of(2017, 10), Reglements.BAREME)
                .plan()
                .orElseThrow();
    }

    private static List<String> outcomes(Plan plan, String rule) {
        return plan.getTrace().stream()
                .filter(step -> step.getRule().equals(rule))
                .map(RegleEssayee::getOutcome)
                .toList();
    }

    /** Its bytes without what was decided. */
    private static ByteBuffer undecided(Plan plan) throws IOException {
        return Plan.getEncoder()
                .encode(Plan.newBuilder(plan)
                        .setEcarts(List.of())
                        .setConflits(List.of())
                        .setTrace(plan.getTrace().stream()
                                .filter(step -> !DECIDED.contains(step.getRule()))
                                .toList())
                        .build());
    }

    @Test
    void areThoseThatStand() {
        var first = notified("A-1", "2017-12-01", "room:S-1", Map.of()).build();
        var second = notified("A-2", "2018-01-01", "site:T-1", Map.of()).build();

        assertThat(seats(first)).containsExactly("room:S-1");
        assertThat(seats(first, second)).containsExactly("site:T-1");
        assertThat(seats(first, act(DecisionKind.ACCEPTED, "B-1", "2018-02-01").build()))
                .containsExactly("room:S-1");
        assertThat(seats(first, act(DecisionKind.REFUSED, "B-2", "2018-02-01").build()))
                .isEmpty();
    }

    @Test
    void areBothWhereMergedEpcisContradictEachOther() {
        var one = carried(notified("A-1", "2017-12-01", "room:S-1", Map.of()), "200000008");
        var other = carried(notified("A-2", "2017-12-02", "room:S-2", Map.of()), "200000009");

        assertThat(seats(one, other)).containsExactly("room:S-1", "room:S-2");
    }

    private static List<String> seats(DecisionRecorded... decisions) {
        return Notifications.seats(Projects.SIREN, List.of(decisions));
    }

    /** Decisions on the EPCI of the tests. */
    static final class Acts {

        private Acts() {}

        static DecisionRecorded.Builder act(DecisionKind kind, String act, String date) {
            return DecisionRecorded.newBuilder()
                    .setSubject("epci:" + Projects.SIREN)
                    .setEpci(Projects.SIREN)
                    .setKind(kind)
                    .setOrgan("Commission permanente")
                    .setAct(act)
                    .setDecidedOn(LocalDate.parse(date))
                    .setRole("instruction")
                    .setAccount("c-1")
                    .setMotive("Essai");
        }

        /** A seat and some aid. */
        static DecisionRecorded.Builder notified(
                String act, String date, @Nullable String seat, Map<String, String> aid) {
            return act(DecisionKind.NOTIFIED, act, date)
                    .setSeat(seat)
                    .setAid(aid.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(line -> new AideNotifiee(line.getKey(), new BigDecimal(line.getValue())))
                            .toList());
        }

        /** All that a plan proposes. */
        static DecisionRecorded.Builder notified(String act, String date, Plan plan) {
            return act(DecisionKind.NOTIFIED, act, date)
                    .setSeat(plan.getTiersLieu() == null ? null : "room:" + plan.getTiersLieu())
                    .setAid(plan.getAid().stream()
                            .filter(line -> line.getAid() != null)
                            .map(line -> new AideNotifiee(line.getLine().name(), line.getAid()))
                            .toList());
        }

        /** The same, notified to an EPCI whose communes have passed to that of the tests. */
        static DecisionRecorded carried(DecisionRecorded.Builder act, String from) {
            return act.setNotifiedEpci(from).build();
        }
    }
}
