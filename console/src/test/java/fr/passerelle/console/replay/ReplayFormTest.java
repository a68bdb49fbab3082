package fr.passerelle.console.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.console.map.PlanExamples;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.page.Paths.KnownPages;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.replay.ReplayFormPage.ReplayForm;
import fr.passerelle.console.replay.ReplayPages.ReplayComparison;
import fr.passerelle.console.replay.ReplayPages.ReplayDifferences.ReplayDifference;
import fr.passerelle.console.replay.ReplayViews.ReplayContext;
import fr.passerelle.console.replay.ReplayViews.ReplayView;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.study.Study;
import fr.passerelle.study.difference.Diff.EuroLine;
import fr.passerelle.study.replay.ReplayExamples;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays.ReplayForce;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayFormTest {

    private static final String SIREN = "200070993";
    private static final List<String> RUNS = List.of("N-000001");

    @Test
    void asksForTheWholeRegionUnlessNarrowedToWhatIsKnown() {
        Operation plan = words("2018-01", null, "", "", "");

        assertThat(plan.words()).containsExactly("replay", "plan", "--bareme=2018-01", "--reason=--force", "--by=c-1");
        assertThat(plan.subject()).isEqualTo("région");

        assertThat(words("2017-05", List.of(SIREN), "", "N-000001", "2017-09").words())
                .contains("--epci=" + SIREN, "--run=N-000001", "--as-of=2017-09");
    }

    @Test
    void refusesWhatIsNotKnown() {
        assertThatThrownBy(() -> words("/etc/passwd", null, "", "", "")).hasMessage("rejeux.refus.bareme");
        assertThatThrownBy(() -> words("2017-05", List.of("@arguments"), "", "", ""))
                .hasMessage("rejeux.refus.epci");
        assertThatThrownBy(() -> words("2017-05", null, "DEMO-001, --help", "", ""))
                .hasMessage("rejeux.refus.salle");
        assertThatThrownBy(() -> words("2017-05", null, "", "N-000009", "")).hasMessage("rejeux.refus.execution");
        assertThatThrownBy(() -> words("2017-05", null, "", "", "2017-13")).hasMessage("operation.refus.mois");
    }

    private static Operation words(
            String bareme, @Nullable List<String> epcis, String rooms, String run, String month) {
        return new ReplayForm(bareme, epcis, rooms, run, month, "essai").operation(published(), RUNS, "--force", "c-1");
    }

    private static PublishedResults published() {
        return PlanExamples.published(List.of(), List.of(), List.of(), PlanExamples.epci(SIREN));
    }

    @Test
    void acceptsAnIllustrationWhereTheReplayIsOfOneOnly() {
        assertThat(typed(Action.PUT_IN_FORCE, "2018-01"))
                .containsExactly("replay", "put-in-force", "R-000007", "--reason=Essai", "--by=c-12", "--illustration");
        assertThat(typed(Action.PUT_IN_FORCE, "2017-05"))
                .containsExactly("replay", "put-in-force", "R-000007", "--reason=Essai", "--by=c-12");
        assertThat(typed(Action.ROLLBACK, "2018-01")).doesNotContain("--illustration");
    }

    private static List<String> typed(Action action, String bareme) {
        return ReplayOperations.operation(action, ReplayExamples.completed(Baremes.load(bareme)), "Essai", "c-12")
                .words();
    }

    private static final Bareme BAREME = Baremes.load("2017-05");
    private static final Study<ReplayManifest> VOTED = ReplayExamples.completed(BAREME);
    private static final Study<ReplayManifest> ILLUSTRATION = ReplayExamples.completed(Baremes.load("2018-01"));

    @Test
    void offersToPutInForceWhatTheCommandWouldAcceptAlone() {
        assertThat(on(true).gestures(ILLUSTRATION)).contains(Action.PUT_IN_FORCE);
        assertThat(on(false).gestures(VOTED)).contains(Action.PUT_IN_FORCE);
        assertThat(on(false).gestures(ILLUSTRATION)).containsExactly(Action.DISCARD);
    }

    private static ReplayContext on(boolean demonstration) {
        return new ReplayContext(
                Map.of(VOTED.question().run(), ReplayExamples.base(BAREME, demonstration)),
                0,
                new ReplayForce(List.of()),
                Optional.empty());
    }

    @Test
    void showsHowMuchAReplayChangesAndHowMuchStays() throws Exception {
        var stays = PlanExamples.etape("A", "C");
        Proposals before = Proposals.of(List.of(), List.of(stays), List.of());
        Proposals after = Proposals.of(
                List.of(),
                List.of(stays, PlanExamples.etape("B", "C")),
                List.of(BarePlan.of(SIREN).setEtapes(2).setTiersLieu("A").build()));
        var replay = new ReplayView(
                VOTED, ReplayExamples.base(BAREME, true), "", "", "", "", List.of(), List.of(), List.of());
        var difference = new ReplayDifference(
                List.of(),
                3,
                Changes.between(before, after),
                EuroLine.of(before.plans().values(), after.plans().values()));
        var page = new ReplayComparison(
                replay, difference, Slice.of(List.of(), 1, 25), new KnownPages(PlanExamples.published()), false);

        assertThat(Templates.page("replay/differences :: content", "LECTEUR", page)
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " "))
                .contains("R-000007", "ne change, 3 restent telles quelles", "2 conclusions changent, 1 reste")
                .contains("Tiers lieux proposés 0 1 ", "Étapes de médiation nomade 0 2 ");
    }
}
