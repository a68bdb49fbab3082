package fr.passerelle.console.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EntryWriterTest {

    private static final String SIREN = "200000002";

    private final Decoder decoder = mock(Decoder.class);
    private final CurrentResults current = mock(CurrentResults.class);
    private final EntryWriter writer = new EntryWriter(decoder, mock(Summaries.class), current, mock(PageTexts.class));

    @Test
    void namesWithoutALinkAnEpciThatHasNoPlan() {
        EpciDescribed epci = new EpciDescribed();
        epci.setEpci(SIREN);
        epci.setName("CC sans salle");
        when(decoder.read(any())).thenReturn(Optional.of(epci));
        when(current.latest()).thenReturn(Optional.of(knowing(epci)));

        StreamEntry entry = writer.session()
                .entry(
                        new SourcePartition(Source.TRANSITIONS, 0),
                        new ConsumerRecord<>("t", 0, 7, null, new byte[1]),
                        null)
                .orElseThrow();

        assertThat(entry.subject()).isEqualTo("CC sans salle");
        assertThat(entry.path()).isNull();
    }

    private static PublishedResults knowing(EpciDescribed epci) {
        PublishedRun run =
                new PublishedRun(3, "N-000003", "2017-10", Baremes.load(Baremes.DEFAULT), false, "", Instant.EPOCH);
        return new PublishedResults(
                run, Proposals.NONE, new TreeMap<>(), new TreeMap<>(Map.of(SIREN, epci)), new TreeMap<>());
    }
}
