package fr.passerelle.batch.verify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.journal.Journal.EventId;
import fr.passerelle.journal.JournalRow;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.RunClosed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What a check finds, and how two things are told apart: bytes, fields, JSON. */
class JournalCheckTest {

    private static final Partitions PARTITIONS = new Partitions(12);
    private static final String EPCI = "200000001";
    private static final int HERE = PARTITIONS.of(EPCI);

    private final Records records = new Records();
    private final Findings findings = new Findings("journal");
    private final JournalCheck check =
            new JournalCheck(PARTITIONS, new PayloadReader(records, fingerprint -> Optional.empty()), findings);

    @Test
    void findsNothingInARightJournal() {
        take(row(1, 1, "A"), row(2, 1, "B"), row(3, 2, "A"), closing(4, 3));
        check.subjects(Map.of("room:A", 2L, "room:B", 1L, "run:N-000001", 1L));

        assertThat(found()).isEmpty();
    }

    @Test
    void namesTheRanksThatAreMissing() {
        take(row(1, 1, "A"), row(4, 1, "B"));

        assertThat(found()).containsExactly("il manque les rangs 2 à 3, avant rang 4, room:B (RoomWithdrawn)");
    }

    @Test
    void knowsAnAlteredRowByItsIdentifier() {
        JournalRow row = row(1, 1, "A");
        take(with(row, "room:B", HERE, row.fingerprint()));

        assertThat(found()).singleElement().asString().startsWith("rang 1, room:B (RoomWithdrawn) : ligne modifiée ;");
    }

    @Test
    void namesTheSubjectWhoseRanksHaveAHole() {
        take(row(1, 1, "A"), row(2, 3, "A"));

        assertThat(found()).containsExactly("rang 2, room:A (RoomWithdrawn) : rang 3 du sujet au lieu de 2");
    }

    @Test
    void namesTheRowThatIsInThePartitionOfAnotherEpci() {
        JournalRow row = row(1, 1, "A");
        take(with(row, row.subject(), HERE + 1, row.fingerprint()));

        assertThat(found()).singleElement().asString().contains("partition " + (HERE + 1) + " au lieu de " + HERE);
    }

    @Test
    void namesTheRowWhoseSchemaNobodyKnows() {
        JournalRow row = row(1, 1, "A");
        take(with(row, row.subject(), HERE, 17));

        assertThat(found()).containsExactly("rang 1, room:A (RoomWithdrawn) : schéma inconnu (empreinte 17)");
    }

    @Test
    void namesTheClosingThatAnnouncesAnotherCount() {
        take(row(1, 1, "A"), closing(2, 5));

        assertThat(found())
                .containsExactly("rang 2, run:N-000001 (RunClosed) : annonce 5 enregistrements dans la partition "
                        + HERE + ", le journal en a 1");
    }

    @Test
    void namesTheSubjectWhoseRankTheDatabaseKeepsOtherwise() {
        take(row(1, 1, "A"));
        check.subjects(Map.of("room:A", 2L));

        assertThat(found()).containsExactly("table subject, room:A : dernier rang 2, le journal dit 1");
    }

    private List<String> found() {
        return findings.area("").first();
    }

    private void take(JournalRow... rows) {
        for (JournalRow row : rows) {
            check.take(
                    row,
                    row.type().equals("RunClosed")
                            ? records.decode(row.payload(), RunClosed.getClassSchema())
                            : leaving("A"));
        }
    }

    private JournalRow row(long seq, long rank, String room) {
        return journalled(seq, rank, "room:" + room, leaving(room), EPCI);
    }

    private JournalRow closing(long seq, long total) {
        return journalled(seq, 1, "run:N-000001", closed(total), "");
    }

    private JournalRow journalled(long seq, long rank, String subject, SpecificRecord record, String epci) {
        byte[] payload = records.encode(record);
        return new JournalRow(
                seq,
                new EventId().of(subject, rank, payload).toString(),
                HERE,
                subject,
                rank,
                record.getSchema().getName(),
                payload,
                fingerprint(record),
                1,
                epci);
    }

    private static JournalRow with(JournalRow row, String subject, int partition, long fingerprint) {
        return new JournalRow(
                row.seq(),
                row.eventId(),
                partition,
                subject,
                row.subjectSeq(),
                row.type(),
                row.payload(),
                fingerprint,
                row.runNo(),
                row.epci());
    }

    private static RoomWithdrawn leaving(String room) {
        return new RoomWithdrawn(room, EPCI, RoomWithdrawal.GONE, null);
    }

    private static RunClosed closed(long total) {
        return new RunClosed(1L, "N-000001", HERE, "2016-12", total, total);
    }

    private static long fingerprint(SpecificRecord record) {
        return SchemaNormalization.parsingFingerprint64(record.getSchema());
    }

    @Test
    void namesTheFirstByteOrFieldThatDiffersAlsoInsideAListOfRecords() {
        assertThat(Difference.ofBytes(new byte[] {1, 2, 3}, new byte[] {1, 7, 3}))
                .isEqualTo("octet 1 : attendu 0x02, trouvé 0x07");
        assertThat(Difference.ofBytes(new byte[] {1, 2}, new byte[] {1}))
                .isEqualTo("octet 1 : attendu 0x02, trouvé la fin");

        assertThat(Difference.ofFields(epci(10, 20), epci(10, 21))).contains("communes[1].population");
        assertThat(Difference.ofFields(epci(10), epci(10, 20))).contains("communes[1]");
        assertThat(Difference.ofFields(epci(10), epci(10))).isEmpty();
    }

    @Test
    void readsJsonAsTheDatabaseKeepsIt() {
        assertThat(Difference.isSameJson("{\"a\":1.10,\"b\":[1E-5]}", "{\"b\": [0.00001], \"a\": 1.1}"))
                .isTrue();
        assertThat(Difference.isSameJson("{\"a\":1}", "{\"a\":2}")).isFalse();
        assertThat(Difference.isSameJson("{\"a\":null}", "{}")).isFalse();
    }

    private static EpciDescribed epci(int... populations) {
        return EpciDescribed.newBuilder()
                .setEpci("200000001")
                .setName("CC")
                .setPopulation(100)
                .setCommunes(Arrays.stream(populations)
                        .mapToObj(population -> Commune.newBuilder()
                                .setInsee("80001")
                                .setName("Ici")
                                .setPopulation(population)
                                .setLatitude(49.5)
                                .setLongitude(2.5)
                                .build())
                        .toList())
                .setPublicPlaces(List.of())
                .build();
    }
}
