package fr.passerelle.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.journal.LogAgreement.RelayPositions.Relayed;
import fr.passerelle.journal.Relay.RelayRows;
import fr.passerelle.schemas.fault.OutsideFault;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Whether a position of the relay is one of a journal. */
class LogAgreementTest {

    private final RelayRows rows = mock(RelayRows.class);

    @Test
    void takesAPositionThatNamesTheRowOfTheJournal() {
        when(rows.end()).thenReturn(8L);
        when(rows.eventId(7)).thenReturn("e-7");
        ConsumerRecord<byte[], byte[]> record = position();
        record.headers().add("event_id", "e-7".getBytes(UTF_8));

        assertThat(LogAgreement.checked(Relayed.of(record), rows)).isEqualTo(7);
    }

    /** Of another program, or of somebody's hand. */
    @Test
    void refusesInFrenchAPositionThatNamesNoRow() {
        when(rows.end()).thenReturn(8L);
        when(rows.eventId(7)).thenReturn("e-7");

        assertThatThrownBy(() -> LogAgreement.checked(Relayed.of(position()), rows))
                .isInstanceOf(OutsideFault.class)
                .hasMessageContaining("ne dit pas quel enregistrement");
    }

    private static ConsumerRecord<byte[], byte[]> position() {
        return new ConsumerRecord<>("positions", 0, 0, "relay".getBytes(UTF_8), "7".getBytes(UTF_8));
    }
}
