package fr.passerelle.batch.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.decision.Decisions;
import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.JournalRow;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.journal.Journal.PayloadTooLarge;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JournalIT {

    private final Import night = new Import();

    @Test
    void appendsOnlyInATransaction() {
        List<JournalEntry> entries = List.of(abandoned(0, "Essai"));

        assertThatThrownBy(() -> night.appender().append(1, entries)).isInstanceOf(IllegalStateException.class);

        assertThat(night.count("passerelle.journal")).isZero();
    }

    @Test
    void putsARecordAboutARunInThePartitionItIsFor() {
        night.run(() -> night.appender().append(1, List.of(abandoned(0, "Essai"), abandoned(7, "Essai"))));

        assertThat(night.journal()).extracting(JournalRow::partition).containsExactly(0, 7);
        assertThat(night.journal()).extracting(JournalRow::subjectSeq).containsExactly(1L, 2L);
    }

    @Test
    void failsTheChunkOfARecordThatIsTooLarge() {
        JournalEntry large = abandoned(0, "x".repeat(Journal.MAX_PAYLOAD));

        assertThatThrownBy(() -> night.run(() -> night.appender().append(1, List.of(large))))
                .isInstanceOf(PayloadTooLarge.class);

        assertThat(night.count("passerelle.journal")).isZero();
        assertThat(night.count("passerelle.subject")).isZero();
    }

    @Test
    void carriesADecisionToTheLogOnce() {
        Records records = new Records();
        DecisionRecorded decision = new DecisionRecorded(
                "room:A",
                "200040426",
                DecisionKind.NOTIFIED,
                "Commission permanente",
                "2017-12",
                LocalDate.of(2017, 12, 1),
                "instructeur",
                "c-1",
                "Essai",
                null,
                List.of(),
                null,
                null);
        JdbcClient.create(night.dataSource())
                .sql("insert into passerelle.decision (payload, schema_fingerprint, subject, epci)"
                        + " values (:payload, :fingerprint, 'room:A', '200040426')")
                .param("payload", records.encode(decision))
                .param("fingerprint", records.fingerprint(decision))
                .update();
        Decisions decisions = new Decisions(night.dataSource(), night.appender(), records, ReferenceFacts.load());

        assertThat(night.run(() -> decisions.append(1))).isEqualTo(1);
        assertThat(night.run(() -> decisions.append(2))).isZero();

        assertThat(night.journal().getFirst().record()).isEqualTo(decision);
    }

    private static JournalEntry abandoned(int partition, String reason) {
        return JournalEntry.run("N-000001", partition, new RunAbandoned(1L, "N-000001", partition, reason));
    }
}
