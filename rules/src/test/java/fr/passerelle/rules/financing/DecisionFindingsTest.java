package fr.passerelle.rules.financing;

import static fr.passerelle.rules.financing.Projects.outcomes;
import static fr.passerelle.rules.financing.Projects.plan;
import static fr.passerelle.schemas.event.DecisionKind.ACCEPTED;
import static fr.passerelle.schemas.event.DecisionKind.OBSERVATIONS;
import static fr.passerelle.schemas.event.DecisionKind.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Written;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was notified stays, beside what the rules now find (RULES 4.9). */
class DecisionFindingsTest {

    private static final String A = "200000002";
    private static final String B = "200000003";
    private static final Set<String> DECIDED = Set.of("NOTIFIE", "DECISIONS_CONTRAIRES");
    private static final List<String> BOTH = List.of("TIERS_LIEUX_MULTIPLES", "AIDE_CUMULEE");
    private static final Map<String, String> STUDY = Map.of("ETUDE", "10000.00");
    private static final Map<String, String> INVESTMENT = Map.of("INVESTISSEMENT", "15000.00");

    private static final Plan FIRST = plan(Projects.caseOne());
    private static final DecisionRecorded ALL = notified("A-1", "2017-12-15", FIRST);
    private static final DecisionRecorded ELSEWHERE = notified("A-1", "2017-12-15", "room:S-9", STUDY);

    static Stream<Arguments> acts() {
        DecisionRecorded ofARoom = notified("A-1", "2017-12-15", "room:S-9", STUDY);
        ofARoom.setSubject("room:S-9");
        return Stream.of(
                given("nothing notified", "SANS_NOTIFICATION"),
                given("nothing changed", "CONFORME", ALL),
                given(
                        "the latest by date, recorded first",
                        "CONFORME",
                        notified("A-2", "2018-02-01", FIRST),
                        ELSEWHERE),
                given("the last recorded of one day", "CONFORME", ELSEWHERE, notified("A-2", "2017-12-15", FIRST)),
                given("a refusal after", "SANS_NOTIFICATION", ELSEWHERE, act(REFUSED, "D-1", "2018-02-01")),
                given(
                        "a refusal before",
                        "CONFORME",
                        act(REFUSED, "D-1", "2018-02-01"),
                        notified("A-2", "2018-03-01", FIRST)),
                given(
                        "answered",
                        "CONFORME",
                        ALL,
                        act(OBSERVATIONS, "D-1", "2018-01-10"),
                        act(ACCEPTED, "D-2", "2018-02-01")),
                given("a decision on a room", "SANS_NOTIFICATION", ofARoom));
    }

    private static Arguments given(String name, Object outcome, DecisionRecorded... acts) {
        return arguments(named(name, acts), outcome);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void holdsWhatStandsOfWhatWasDecided(DecisionRecorded[] acts, String outcome) {
        Plan plan = plan(Projects.caseOne(), acts);

        assertThat(plan.getEcarts()).isEmpty();
        assertThat(outcomes(plan, "NOTIFIE")).containsExactly(outcome);
    }

    @Test
    void holdsNothingAndZeroForTheSame() {
        Plan plan =
                plan(Projects.silent(), notified("A-1", "2017-12-15", "room:S-1", Map.of("INVESTISSEMENT", "0.00")));

        assertThat(plan.getEcarts()).isEmpty();
    }

    static Stream<Arguments> mergers() {
        DecisionRecorded here = carried(notified("A-1", "2017-12-15", "room:S-1", STUDY), A);
        DecisionRecorded there = carried(notified("B-1", "2017-11-15", "room:S-9", STUDY), B);
        return Stream.of(
                given(
                        "one seat and aid to different lines",
                        List.of("AUCUNE", "AUCUNE"),
                        here,
                        carried(notified("B-1", "2017-11-15", "room:S-1", INVESTMENT), B),
                        carried(notified("C-1", "2017-11-15", null, Map.of("ETUDE", "0.00")), "200000004")),
                given("its own beside what came", BOTH, notified("A-1", "2017-12-15", "room:S-1", STUDY), there),
                given(
                        "the EPCI itself is notified since",
                        List.of("AUCUNE"),
                        here,
                        there,
                        notified("N-1", "2018-03-01", FIRST)),
                given(
                        "an act that is older than what came",
                        BOTH,
                        carried(notified("A-1", "2017-12-15", "room:S-9", STUDY), A),
                        notified("N-1", "2017-12-14", "room:S-1", STUDY)),
                given(
                        "one that was refused",
                        List.of("AUCUNE"),
                        here,
                        there,
                        carried(act(REFUSED, "B-2", "2017-12-01"), B)));
    }

    @ParameterizedTest
    @MethodSource("mergers")
    void findsWhatContradictsSinceAMerger(DecisionRecorded[] acts, List<String> outcomes) {
        Plan plan = plan(Projects.caseOne(), acts);

        assertThat(outcomes(plan, "DECISIONS_CONTRAIRES")).isEqualTo(outcomes);
        assertThat(plan.getConflits()).extracting(Conflit::getCode).isEqualTo(outcomes.equals(BOTH) ? BOTH : List.of());
    }

    @Test
    void tellsEachAmountThatDiffersTheirSumAndASeatThatIsNoLongerTheSame() {
        Plan plan = plan(Projects.caseOne().setCostAnimation2(new BigDecimal("50000")), ALL);

        assertThat(plan.getEcarts())
                .containsExactly(
                        new Ecart("FONCTIONNEMENT_2", "30000.00", "25000.00", "A-1"),
                        new Ecart("AIDE_TOTALE", "115000.00", "110000.00", "A-1"));
        assertThat(outcomes(plan, "NOTIFIE")).containsExactly("ECART");

        Plan other = plan(Projects.caseOne(), notified("A-1", "2017-12-15", "room:S-9", Map.of()));

        assertThat(other.getEcarts()).contains(new Ecart("TIERS_LIEU", "room:S-9", "room:S-1", "A-1"));
    }

    @Test
    void tellsWhatWasNeverNotifiedAndWhatIsNoLongerFound() {
        Plan found = plan(Projects.etude("9999.99"), notified("A-1", "2017-12-15", null, Map.of()));
        Plan lost = plan(Projects.silent(), notified("A-1", "2017-12-15", "room:S-1", STUDY));

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
    void changesNothingOfTheProposal() throws IOException {
        Plan plan = plan(Projects.caseOne(), ELSEWHERE);

        assertThat(undecided(plan)).isEqualTo(undecided(FIRST));
        assertThat(plan.getTrace())
                .filteredOn(step -> DECIDED.contains(step.getRule()))
                .hasSize(2)
                .noneMatch(RegleEssayee::getDecides);
    }

    @Test
    void showsBothSidesOfWhatItCompares() {
        assertThat(plan(Projects.silent(), ELSEWHERE).getTrace())
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
    void showsTwoSeatsAndOneAidNotifiedTwiceSinceAMerger() {
        Plan plan = plan(
                Projects.caseOne(),
                carried(notified("A-1", "2017-12-15", "room:S-1", STUDY), A),
                carried(notified("B-1", "2017-11-15", "room:S-9", Map.of("ETUDE", "7999.99")), B));

        assertThat(plan.getConflits())
                .containsExactly(
                        new Conflit("TIERS_LIEUX_MULTIPLES", List.of("B-1", "A-1"), List.of("room:S-9", "room:S-1")),
                        new Conflit("AIDE_CUMULEE", List.of("B-1", "A-1"), List.of("7999.99", "10000.00")));
        assertThat(outcomes(plan, "DECISIONS_CONTRAIRES")).isEqualTo(BOTH);
        assertThat(plan.getEcarts()).extracting(Ecart::getAct).contains("A-1", "B-1");
        assertThat(plan.getTiersLieu()).isEqualTo("S-1");
        assertThat(Written.of(Rule.DECISIONS_CONTRAIRES, plan.getTrace()))
                .containsExactly(
                        "DECISIONS_CONTRAIRES epci:200000001 (acte B-1 CODE, tiers_lieu room:S-9 CODE, acte A-1 CODE,"
                                + " tiers_lieu room:S-1 CODE) -> TIERS_LIEUX_MULTIPLES",
                        "DECISIONS_CONTRAIRES epci:200000001 (acte B-1 CODE, etude 7999.99 EUROS, acte A-1 CODE, etude"
                                + " 10000 EUROS) -> AIDE_CUMULEE");
    }

    @Test
    void writesTheOneActThatNothingContradicts() {
        assertThat(Written.of(
                        Rule.DECISIONS_CONTRAIRES, plan(Projects.caseOne(), ALL).getTrace()))
                .containsExactly("DECISIONS_CONTRAIRES epci:200000001 (acte A-1 CODE) -> AUCUNE");
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
    void areThoseThatStandAndBothWhereMergedEpcisContradictEachOther() {
        var first = notified("A-1", "2017-12-01", "room:S-1", Map.of());
        var second = notified("A-2", "2018-01-01", "site:T-1", Map.of());

        assertThat(seats(first)).containsExactly("room:S-1");
        assertThat(seats(first, second)).containsExactly("site:T-1");
        assertThat(seats(first, act(DecisionKind.ACCEPTED, "B-1", "2018-02-01")))
                .containsExactly("room:S-1");
        assertThat(seats(first, act(DecisionKind.REFUSED, "B-2", "2018-02-01"))).isEmpty();

        var one = carried(notified("A-1", "2017-12-01", "room:S-1", Map.of()), "200000008");
        var other = carried(notified("A-2", "2017-12-02", "room:S-2", Map.of()), "200000009");

        assertThat(seats(one, other)).containsExactly("room:S-1", "room:S-2");
    }

    private static List<String> seats(DecisionRecorded... decisions) {
        return Notifications.seats(Projects.SIREN, List.of(decisions));
    }

    /** A decision on the EPCI of the tests. */
    private static DecisionRecorded act(DecisionKind kind, String act, String date) {
        return decision(kind, act, date).build();
    }

    private static DecisionRecorded.Builder decision(DecisionKind kind, String act, String date) {
        return BarePlan.decision("epci:" + Projects.SIREN, Projects.SIREN, kind, date)
                .setAct(act);
    }

    /** A seat and some aid. */
    private static DecisionRecorded notified(String act, String date, @Nullable String seat, Map<String, String> aid) {
        return decision(DecisionKind.NOTIFIED, act, date)
                .setSeat(seat)
                .setAid(aid.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(line -> new AideNotifiee(line.getKey(), new BigDecimal(line.getValue())))
                        .toList())
                .build();
    }

    /** All that a plan proposes. */
    private static DecisionRecorded notified(String act, String date, Plan plan) {
        return decision(DecisionKind.NOTIFIED, act, date)
                .setSeat("room:" + plan.getTiersLieu())
                .setAid(plan.getAid().stream()
                        .filter(line -> line.getAid() != null)
                        .map(line -> new AideNotifiee(line.getLine().name(), line.getAid()))
                        .toList())
                .build();
    }

    /** The same, notified to an EPCI whose communes have passed to that of the tests. */
    private static DecisionRecorded carried(DecisionRecorded act, String from) {
        act.setNotifiedEpci(from);
        return act;
    }
}
