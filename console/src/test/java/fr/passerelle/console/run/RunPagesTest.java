package fr.passerelle.console.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.page.PageTexts;
import fr.passerelle.published.reconciliation.ScoredPartitions;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** Whether the page that asks has to be asked for whole. */
class RunPagesTest {

    private static final String BEFORE = "rien";

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
        when(desk.last()).thenReturn(Optional.ofNullable(last).map(OngoingRunTemplateTest::view));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new RunPages(
                        desk,
                        mock(Runs.class),
                        mock(ScoredPartitions.class),
                        mock(PageTexts.class),
                        mock(RejectTable.class))
                .unfinished(before, new ExtendedModelMap(), response);
        return response.getHeader("HX-Refresh");
    }
}
