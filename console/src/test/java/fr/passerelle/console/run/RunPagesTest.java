package fr.passerelle.console.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.run.RunPages.FirstNightPage;
import fr.passerelle.console.run.RunPages.RunReport;
import fr.passerelle.console.run.RunViews.RunLine;
import fr.passerelle.console.run.RunViews.RunView;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.result.ScoredPartitions.Partition;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunSituations.RunSituation.Standing;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.study.replay.ReplayExamples;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** The page that asks whether it has to be asked for whole, and the part that is swapped every three seconds: the keyboard goes back only to what has an identifier. */
class RunPagesTest {

    private static final String BEFORE = "rien";
    private static final OffsetDateTime BEGUN = OffsetDateTime.parse("2017-11-02T01:00:00Z");

    @Test
    void followsARunThatGoesOn() {
        assertThat(refresh("", Run.State.OPEN)).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void asksForTheWholePageOnceTheRunItFollowedIsPublishedOrStopped(Run.State state) {
        assertThat(refresh("", state)).isEqualTo("true");
    }

    @ParameterizedTest
    @EnumSource
    void asksForTheWholePageAsARunBegan(Run.State state) {
        assertThat(refresh(BEFORE, state)).isEqualTo("true");
    }

    @Test
    void waitsForTheFirstRun() {
        assertThat(refresh(BEFORE, null)).isNull();
    }

    private static @Nullable String refresh(String before, Run.@Nullable State last) {
        RunViews desk = mock(RunViews.class);
        when(desk.last()).thenReturn(Optional.ofNullable(last).map(RunPagesTest::view));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new RunPages(
                        desk,
                        mock(Runs.class),
                        mock(ScoredPartitions.class),
                        mock(PageTexts.class),
                        mock(RejectTable.class))
                .unfinished(before, response);
        return response.getHeader("HX-Refresh");
    }

    private static final String AGAIN = "<noscript><meta http-equiv=\"refresh\"";

    @Test
    void followsTheFirstRunStepByStepWithAScriptOrWithout() throws Exception {
        assertThat(page(true, view()))
                .contains("Cette page suit l’exécution", "N-000002", "hx-get=\"/executions/en-cours\"", AGAIN)
                .doesNotContain("./passerelle");
    }

    @Test
    void saysWhoBeginsWhereNothingRunsAndLabelsAReconstruction() throws Exception {
        assertThat(page(true, null))
                .contains("aucune exécution n’a commencé", "href=\"/aide\"", AGAIN, "avant=rien")
                .doesNotContain("./passerelle", "Ce qui est en cours");
        assertThat(page(true, null)).contains("<aside class=\"bandeau\"", "Reconstitution");
        assertThat(page(false, null)).doesNotContain("<aside");
    }

    /** Published between two questions: it waits, and is told at the next one. */
    @Test
    void saysWhatBecameOfTheRunAndWhoGoesOnOrWaitsWhereItWasPublished() throws Exception {
        assertThat(page(true, view(Run.State.FAILED)))
                .contains("s’est arrêtée avant la fin", "Un opérateur le peut")
                .doesNotContain(AGAIN, "hx-get", "./passerelle", "Qui la lance");
        assertThat(page(true, view(Run.State.ABANDONED)))
                .contains("la dernière exécution est abandonnée", "N-000002", "Qui la lance")
                .doesNotContain(AGAIN, "hx-get", "aucune exécution n’a commencé", "Ce qui attend d’être repris");
        assertThat(page(true, view(Run.State.PUBLISHED))).contains("avant=rien", AGAIN);
    }

    private static String page(boolean demonstration, @Nullable RunView last) throws Exception {
        CurrentResults current = mock(CurrentResults.class);
        when(current.demonstration()).thenReturn(demonstration);
        RunViews desk = mock(RunViews.class);
        when(desk.last()).thenReturn(Optional.ofNullable(last));
        ExtendedModelMap model = new ExtendedModelMap();
        return Templates.show(new FirstNightPage(current, desk).show(model), "LECTEUR", model);
    }

    @Test
    void tellsWhatEachPartitionSaw() throws Exception {
        RunReport report = new RunReport(
                view(Run.State.PUBLISHED),
                List.of(new Partition(3, true, 121, 122, 5, 71, "", 72)),
                List.of(),
                List.of(),
                0,
                0,
                0);

        assertThat(Templates.page("run/une", "LECTEUR", report))
                .containsSubsequence(
                        ">3</th>", ">121</td>", ">122</td>", ">5</td>", ">71</td>", ">72</td>", ">oui</td>");
    }

    @Test
    void keepsTheKeyboardWhereItIs() throws Exception {
        assertThat(shown("OPERATEUR", view(Run.State.OPEN, Standing.INTERRUPTED)))
                .contains("<a id=\"encours-une\" href=\"/executions/N-000002\"", "id=\"relever\"", "id=\"abandonner\"");
        assertThat(stopped("OPERATEUR")).contains("id=\"reprendre\"", "id=\"abandonner\"");
    }

    /** Whoever may not type a command is told who may. */
    @Test
    void tellsTheCommandToWhoMayRunIt() throws Exception {
        assertThat(stopped("OPERATEUR"))
                .contains("<code>./passerelle restart N-000002</code>")
                .doesNotContain("demandez");
        assertThat(stopped("ANALYSTE"))
                .contains("Un opérateur le peut")
                .doesNotContain("./passerelle", "id=\"reprendre\"", "hx-get");
    }

    private static String stopped(String role) throws Exception {
        return shown(role, view(Run.State.FAILED));
    }

    private static String shown(String role, RunView view) throws Exception {
        return Templates.show("run/encours :: encours(encours=${page})", role, Map.of("page", view));
    }

    private static RunView view() {
        return view(Run.State.OPEN);
    }

    private static RunView view(Run.State state) {
        return view(state, Standing.of(state, null, true));
    }

    private static RunView view(Run.State state, Standing standing) {
        return new RunView(
                standing,
                new RunLine(
                        ReplayExamples.run(2, RunKind.NIGHTLY, state, BEGUN, Baremes.load("2017-05"), false, null),
                        "nuit",
                        "en cours",
                        "running",
                        false,
                        "0 s"),
                "attendre",
                "./passerelle restart N-000002",
                List.of());
    }
}
