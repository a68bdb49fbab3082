package fr.passerelle.console.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.rules.explanation.Proposals;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CurrentResultsTest {

    private final ReadModel tables = mock(ReadModel.class);
    private final CurrentResults current = new CurrentResults(tables);

    @Test
    void takesTheNatureOfTheDataFromTheLatestRunBeforeTheFirstPublication() {
        when(tables.currentRunNo()).thenReturn(Optional.empty());
        when(tables.latestIsDemonstration()).thenReturn(true);

        assertThat(current.demonstration()).isTrue();
    }

    @Test
    void takesItFromWhatIsPublishedOnceSomethingIs() {
        when(tables.currentRunNo()).thenReturn(Optional.of(3L));
        when(tables.published(3)).thenReturn(published());
        when(tables.latestIsDemonstration()).thenReturn(true);

        assertThat(current.demonstration()).isFalse();
    }

    private static Published published() {
        PublishedRun run =
                new PublishedRun(3, "N-000003", "2017-10", "2017-05", "", "", false, false, "", Instant.EPOCH);
        return new Published(run, Proposals.NONE, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }
}
