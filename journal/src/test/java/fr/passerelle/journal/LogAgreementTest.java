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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a position of the relay is one of a journal. */
class LogAgreementTest {

    private final RelayRows rows = mock(RelayRows.class);

    @Test
    void takesAPositionThatNamesTheRowOfTheJournal() {
        when(rows.end()).thenReturn(8L);
        when(rows.eventId(7)).thenReturn("e-7");
        ConsumerRecord<byte[], byte[]> record = position("7");
        record.headers().add("event_id", "e-7".getBytes(UTF_8));

        assertThat(LogAgreement.checked(Relayed.of(record), rows)).isEqualTo(7);
    }

    /** Of another program, or of somebody's hand: no id, no value at all, no number. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"7", "sept", "-1"})
    void refusesInFrenchAPositionThatNamesNoRow(@Nullable String value) {
        when(rows.end()).thenReturn(8L);
        ConsumerRecord<byte[], byte[]> record = position(value);
        if (!"7".equals(value)) {
            record.headers().add("event_id", "e-7".getBytes(UTF_8));
        }

        assertThatThrownBy(() -> LogAgreement.checked(Relayed.of(record), rows))
                .isInstanceOf(OutsideFault.class)
                .hasMessageContaining("ne dit pas quel enregistrement");
    }

    private static ConsumerRecord<byte[], byte[]> position(@Nullable String value) {
        return new ConsumerRecord<>(
                "positions", 0, 0, "relay".getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
    }
}
