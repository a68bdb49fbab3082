package fr.passerelle.console.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.published.decision.DecisionTable;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ConcurrentModel;

class SynthesisPageTest {

    private final CurrentResults current = mock(CurrentResults.class);
    private final SynthesisPage page = new SynthesisPage(
            current, new EpciRows(), mock(Maps.class), mock(DecisionTable.class), mock(PageTexts.class));

    @Test
    void knowsTheRegionAndNoDepartementThatHasNoPlan() {
        when(current.get()).thenReturn(nothing());

        assertThat(page.region(new ConcurrentModel())).isEqualTo("synthesis/une");
        assertThatThrownBy(() -> page.departement("75", new ConcurrentModel())).isInstanceOf(NotFound.class);
    }

    private static PublishedResults nothing() {
        return new PublishedResults(
                new PublishedRun(1, "N-000001", "2017-10", Baremes.load("2017-05"), false, "", Instant.EPOCH),
                Proposals.of(List.of(), List.of(), List.of()),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
