package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.RunAbandoned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class PayloadReaderTest {

    private static final String OF_A_RUN = "\"name\":\"RunAbandoned\"";
    private static final String OF_A_PLAN = "\"name\":\"Plan\"";

    private final Records records = new Records();

    @Test
    void readsWhatTodaysFormWroteWithoutAskingForAnySchema() {
        RunAbandoned run = Examples.runAbandoned();
        PayloadReader reader = new PayloadReader(records, fingerprint -> {
            throw new AssertionError("asked for " + fingerprint);
        });

        assertThat(reader.read(records.encode(run), records.fingerprint(run), RunAbandoned.class))
                .isEqualTo(run);
        assertThat(reader.read(records.encode(run), records.fingerprint(run))).isEqualTo(run);
    }

    @Test
    void readsWhatAFormOfBeforeWrote() throws IOException {
        RunAbandoned run = Examples.runAbandoned();
        Schema before = before(RunAbandoned.SCHEMA$, OF_A_RUN);
        byte[] payload = inFormOf(before, RunAbandoned.SCHEMA$, records.encode(run));

        PayloadReader reader = knowing(before);

        assertThat(reader.read(payload, fingerprint(before), RunAbandoned.class))
                .isEqualTo(run);
        assertThat(reader.read(payload, fingerprint(before))).isEqualTo(run);
        assertThat(reader.today(payload, fingerprint(before), RunAbandoned.class))
                .isEqualTo(records.encode(run));
    }

    /** What an EPCI told before it could tell one more thing is what it tells without that: nothing to say again. */
    @Test
    void findsAnEpciOfAShorterFormEqualToTheSameOfToday() throws IOException {
        EpciDescribed epci = EpciDescribed.newBuilder()
                .setEpci("200000001")
                .setName("CC")
                .setPopulation(1)
                .setCommunes(List.of())
                .setPublicPlaces(List.of())
                .setIntercommunalite(Intercommunalite.newBuilder()
                        .setReceipts(new BigDecimal("4500.00"))
                        .build())
                .build();
        Schema before = withoutItsLastField(EpciDescribed.SCHEMA$);
        byte[] payload = inFormOf(before, EpciDescribed.SCHEMA$, records.encode(epci));

        assertThat(payload).isNotEqualTo(records.encode(epci));
        assertThat(knowing(before).read(payload, fingerprint(before), EpciDescribed.class))
                .isEqualTo(epci);
    }

    @Test
    void readsAResultByTheRecordThatItCameIn() throws IOException {
        PlanProposed proposed = Examples.plan();
        Plan plan = proposed.getPlan();
        Schema before = before(PlanProposed.SCHEMA$, OF_A_PLAN);
        byte[] payload = inFormOf(before.getField("plan").schema(), Plan.SCHEMA$, records.encode(plan));

        PayloadReader reader = knowing(before);

        assertThat(reader.read(payload, fingerprint(before), Plan.class)).isEqualTo(plan);
        assertThat(reader.read(records.encode(plan), records.fingerprint(proposed), Plan.class))
                .isEqualTo(plan);
    }

    @Test
    void refusesAFingerprintThatNobodyKnows() {
        RunAbandoned run = Examples.runAbandoned();
        PayloadReader reader = new PayloadReader(records, fingerprint -> Optional.empty());

        assertThat(reader.knows(17)).isFalse();
        assertThat(reader.knows(records.fingerprint(run))).isTrue();
        assertThatThrownBy(() -> reader.read(records.encode(run), 17, RunAbandoned.class))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessageContaining("Le schéma d'empreinte 17 manque dans la base");
    }

    private PayloadReader knowing(Schema schema) {
        return new PayloadReader(records, asked -> Optional.of(schema).filter(known -> fingerprint(known) == asked));
    }

    private static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    /** A form that a record could have had: with one more field before all others, that was removed since. */
    private static Schema before(Schema today, String named) {
        String text = today.toString();
        int fields = text.indexOf("\"fields\":[", text.indexOf(named)) + "\"fields\":[".length();
        return new Schema.Parser()
                .parse(text.substring(0, fields) + "{\"name\":\"former\",\"type\":\"string\",\"default\":\"once\"},"
                        + text.substring(fields));
    }

    /** A form that a record could have had before its last field was added. */
    private static Schema withoutItsLastField(Schema today) {
        List<Schema.Field> fields = today
                .getFields()
                .subList(0, today.getFields().size() - 1)
                .stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(today.getName(), today.getDoc(), today.getNamespace(), false, fields);
    }

    private static byte[] inFormOf(Schema form, Schema today, byte[] payload) throws IOException {
        GenericRecord record = new GenericDatumReader<GenericRecord>(today, form)
                .read(null, DecoderFactory.get().binaryDecoder(payload, null));
        return bytes(Objects.requireNonNull(record));
    }

    /** A record in its own form. */
    static byte[] bytes(GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
