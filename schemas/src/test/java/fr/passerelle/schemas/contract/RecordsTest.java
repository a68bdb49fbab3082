package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunClosed;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs without any flag of the JVM: what it reads back, any program can. */
class RecordsTest {

    private final Records records = new Records();

    static List<SpecificRecord> examples() {
        return List.of(Examples.runAbandoned(), Examples.attendance(), Examples.plan());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsBackWhatItWrote(SpecificRecord record) {
        byte[] bare = records.encode(record);

        assertThat(records.decode(bare, record.getSchema())).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesTheSameBytesToEqualRecords(SpecificRecord record) {
        byte[] bare = records.encode(record);
        SpecificRecord copy = new Records()
                .decode(bare, new Schema.Parser().parse(record.getSchema().toString()));

        assertThat(new Records().encode(copy)).isEqualTo(bare);
    }

    @Test
    void givesTheSameBytesOnEveryThread() {
        byte[] bare = records.encode(Examples.plan());

        List<byte[]> all = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> records.encode(Examples.plan()))
                .toList();

        assertThat(all).allSatisfy(bytes -> assertThat(bytes).isEqualTo(bare));
    }

    @Test
    void readsTheClassThatIsAskedFor() {
        byte[] bare = records.encode(Examples.runAbandoned());

        assertThat(records.decode(bare, RunAbandoned.SCHEMA$, RunAbandoned.class)
                        .getRunId())
                .isEqualTo("N-000007");
        assertThatThrownBy(() -> records.decode(bare, RunAbandoned.SCHEMA$, RunClosed.class))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessageContaining("RunClosed était attendu");
    }

    @Test
    void readsWhatAnOlderFormWroteWithTheDefaultsOfToday() throws IOException {
        Schema older = SchemaBuilder.record(RoomWithdrawn.SCHEMA$.getFullName())
                .fields()
                .requiredString("room_id")
                .requiredString("epci")
                .name("reason")
                .type(RoomWithdrawal.SCHEMA$)
                .noDefault()
                .endRecord();
        GenericRecord gone = new GenericRecordBuilder(older)
                .set("room_id", "DEMO-001")
                .set("epci", "200071991")
                .set("reason", new GenericData.EnumSymbol(RoomWithdrawal.SCHEMA$, "GONE"))
                .build();

        RoomWithdrawn read = records.decode(PayloadReaderTest.bytes(gone), older, RoomWithdrawn.class);

        assertThat(read).isEqualTo(new RoomWithdrawn("DEMO-001", "200071991", RoomWithdrawal.GONE, null));
    }

    @Test
    void refusesBytesThatAreCutShort() {
        byte[] bare = records.encode(Examples.attendance());

        assertThatThrownBy(() -> records.decode(Arrays.copyOf(bare, bare.length - 3), MonthReported.SCHEMA$))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessage("Octets qui ne suivent pas le schéma fr.passerelle.schemas.event.MonthReported");
    }

    @Test
    void refusesBytesThatGoOn() {
        byte[] bare = records.encode(Examples.plan());

        assertThatThrownBy(() -> records.decode(Arrays.copyOf(bare, bare.length + 1), PlanProposed.SCHEMA$))
                .isInstanceOf(UndecodableRecord.class);
    }

    @Test
    void goesOnAfterBytesItRefused() {
        byte[] bare = records.encode(Examples.plan());
        assertThatThrownBy(() -> records.decode(new byte[] {1, 2, 3}, PlanProposed.SCHEMA$))
                .isInstanceOf(UndecodableRecord.class);

        assertThat(records.decode(bare, PlanProposed.SCHEMA$)).isEqualTo(Examples.plan());
    }

    @Test
    void refusesASchemaThatIsNoneOfOurs() {
        Schema foreign = SchemaBuilder.record("java.lang.Thread").fields().endRecord();

        assertThatThrownBy(() -> records.decode(new byte[0], foreign))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessage("Schéma étranger : java.lang.Thread");
    }
}
