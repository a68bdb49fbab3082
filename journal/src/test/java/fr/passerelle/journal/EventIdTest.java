package fr.passerelle.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.journal.Journal.EventId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdTest {

    private final EventId ids = new EventId();

    @Test
    void isAVersion5UuidThatAnyoneComputesAgainAndDiffersWithSubjectRankAndBytes() {
        UUID id = ids.of("room:A", 1, new byte[] {1, 2});

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(new EventId().of("room:A", 1, new byte[] {1, 2})).isEqualTo(id);

        assertThat(new UUID[] {
                    ids.of("room:A", 1, new byte[] {1}),
                    ids.of("room:B", 1, new byte[] {1}),
                    ids.of("room:A", 2, new byte[] {1}),
                    ids.of("room:A", 1, new byte[] {2})
                })
                .doesNotHaveDuplicates();
    }
}
