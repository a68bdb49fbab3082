package fr.passerelle.batch.verify;

import fr.passerelle.batch.verify.ReadModelCheck.ExpectedResult;
import fr.passerelle.journal.CommittedReader;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.ResultHash.TopicResult;
import fr.passerelle.schemas.contract.Topics;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The topics of scores, conversions and plans: the last record of each key, up to the current run, held against what the journal gives. */
final class ResultTopics {

    private final Verification.Basis seen;
    private final Records records;
    private final Findings findings;
    private final long currentRun;
    private final SortedMap<ExpectedResult.Key, Last> last = new TreeMap<>();
    private long read;

    /** The last record of a key: where, and what it says; null when it withdraws. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Last(
            long offset,
            byte @Nullable [] payload,
            @Nullable String files) {}

    /** @param currentRun number of the run up to which records count */
    ResultTopics(Verification.Basis seen, Records records, Findings findings, long currentRun) {
        this.seen = seen;
        this.records = records;
        this.findings = findings;
        this.currentRun = currentRun;
    }

    /** Reads the three topics and compares. */
    void compare(SortedMap<ExpectedResult.Key, ExpectedResult> expected) {
        Topics topics = new Topics(seen.settings().namespace());
        CommittedReader.each(seen.settings(), this::take, topics.scores(), topics.conversions(), topics.plans());
        TreeSet<ExpectedResult.Key> keys = new TreeSet<>(expected.keySet());
        keys.addAll(last.keySet());
        keys.forEach(key -> compare(key, expected.get(key), last.get(key)));
    }

    /** Records that were read. */
    long read() {
        return read;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        read++;
        if (!seen.handled().contains(record)) {
            try {
                SpecificRecord read = seen.codec().read(record.value());
                TopicResult.of(read)
                        .ifPresentOrElse(
                                result -> keep(record, result),
                                () -> foreign(record, "un " + read.getSchema().getName() + " n'est pas un résultat"));
            } catch (UndecodableRecord e) {
                foreign(record, e.getMessage());
            }
        }
    }

    private void foreign(ConsumerRecord<byte[], byte[]> record, @Nullable String why) {
        findings.add(TopicRecords.at(record) + " : étranger (" + why + ")");
    }

    private void keep(ConsumerRecord<byte[], byte[]> from, TopicResult result) {
        if (result.run().getRunNo() <= currentRun) {
            byte[] payload = result.bare() == null ? null : records.encode(result.bare());
            String files = result.files() == null ? null : RecordJson.of(result.files());
            last.put(
                    new ExpectedResult.Key(result.type(), result.id(), from.partition()),
                    new Last(from.offset(), payload, files));
        }
    }

    private void compare(ExpectedResult.Key key, @Nullable ExpectedResult should, @Nullable Last is) {
        if (is == null || is.payload() == null) {
            if (should != null) {
                findings.add(key + " : absent du topic");
            }
        } else if (should == null) {
            findings.add(key + ", offset " + is.offset() + " : en trop, rien ne l'a retiré");
        } else if (!Arrays.equals(should.payload(), is.payload())) {
            findings.add(key + ", offset " + is.offset() + " : " + Difference.ofBytes(should.payload(), is.payload()));
        } else if (!Objects.equals(should.files(), is.files())) {
            findings.add(
                    key + ", offset " + is.offset() + " : fichiers " + is.files() + " au lieu de " + should.files());
        }
    }
}
