package fr.passerelle.console.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.map.PlanExamples;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.run.Runs;
import fr.passerelle.rules.explanation.Proposals;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class CurrentResultsTest {

    private final ReadModel tables = mock(ReadModel.class);
    private final Runs runs = mock(Runs.class);
    private final CurrentResults current = new CurrentResults(runs, tables);

    @Test
    void takesTheNatureOfTheDataFromWhatIsPublishedOrTheLatestRunBefore() {
        when(runs.current()).thenReturn(Optional.empty());
        when(runs.isLastDemonstration()).thenReturn(true);

        assertThat(current.demonstration()).isTrue();

        when(runs.isLastDemonstration()).thenReturn(true);
        when(runs.current()).thenReturn(Optional.of(3L));
        when(tables.published(3)).thenReturn(published(3));

        assertThat(current.demonstration()).isFalse();
    }

    @Test
    void tellsTheWholeOfARequestOfOneRun() {
        when(runs.current()).thenReturn(Optional.of(3L), Optional.of(4L));
        when(tables.published(3)).thenReturn(published(3));
        when(tables.published(4)).thenReturn(published(4));
        begin();

        assertThat(current.get().run().no()).isEqualTo(3);
        assertThat(current.get().run().no()).isEqualTo(3);
        assertThat(current.latest().orElseThrow().run().no()).isEqualTo(4);
        begin();
        assertThat(current.get().run().no()).isEqualTo(4);
    }

    private static void begin() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @AfterEach
    void end() {
        RequestContextHolder.resetRequestAttributes();
    }

    private static PublishedResults published(long no) {
        return PlanExamples.published(PlanExamples.run(no, "2017-10"), Proposals.NONE, List.of(), List.of());
    }
}
