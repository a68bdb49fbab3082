package fr.passerelle.batch.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.Import.JournalRow;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.journal.Journal.PayloadTooLarge;
import fr.passerelle.schemas.event.RunAbandoned;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalIT {

    private final Import night = new Import();

    @Test
    void appendsOnlyInATransactionAndNoRecordThatIsTooLarge() {
        List<JournalEntry> entries = List.of(abandoned(0, "Essai"));

        assertThatThrownBy(() -> night.appender().append(1, entries)).isInstanceOf(IllegalStateException.class);

        assertThat(night.count("passerelle.journal")).isZero();

        JournalEntry large = abandoned(0, "x".repeat(Journal.MAX_PAYLOAD));

        assertThatThrownBy(() -> night.run(() -> night.appender().append(1, List.of(large))))
                .isInstanceOf(PayloadTooLarge.class);

        assertThat(night.count("passerelle.journal")).isZero();
        assertThat(night.count("passerelle.subject")).isZero();
    }

    @Test
    void putsARecordAboutARunInThePartitionItIsFor() {
        night.run(() -> night.appender().append(1, List.of(abandoned(0, "Essai"), abandoned(7, "Essai"))));

        assertThat(night.journal()).extracting(JournalRow::partition).containsExactly(0, 7);
        assertThat(night.journal()).extracting(JournalRow::subjectSeq).containsExactly(1L, 2L);
    }

    private static JournalEntry abandoned(int partition, String reason) {
        return JournalEntry.run("N-000001", partition, new RunAbandoned(1L, "N-000001", partition, reason));
    }
}
