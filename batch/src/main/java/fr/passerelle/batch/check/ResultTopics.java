package fr.passerelle.batch.check;

import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.UndecodableRecord;
import fr.passerelle.schemas.event.ConversionProposed;
import fr.passerelle.schemas.event.ConversionWithdrawn;
import fr.passerelle.schemas.event.FrequentationScored;
import fr.passerelle.schemas.event.FrequentationWithdrawn;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.PlanWithdrawn;
import fr.passerelle.schemas.event.RunRef;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The topics of scores, conversions and plans: the last record of each key, up to the current run, held against what the journal gives. */
public final class ResultTopics {

    private final LogSettings settings;
    private final RecordCodec codec;
    private final Records records;
    private final HandledLetters handled;
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
    public ResultTopics(
            LogSettings settings,
            RecordCodec codec,
            Records records,
            HandledLetters handled,
            Findings findings,
            long currentRun) {
        this.currentRun = currentRun;
        this.settings = settings;
        this.codec = codec;
        this.records = records;
        this.handled = handled;
        this.findings = findings;
    }

    /** Reads the three topics and compares. */
    public void compare(SortedMap<ExpectedResult.Key, ExpectedResult> expected) {
        Topics topics = new Topics(settings.namespace());
        Stream.of(topics.scores(), topics.conversions(), topics.plans()).forEach(topic -> {
            try (CommittedReader reader = new CommittedReader(settings)) {
                reader.fromTheBeginning(topic.name(), this::take);
            }
        });
        TreeSet<ExpectedResult.Key> keys = new TreeSet<>(expected.keySet());
        keys.addAll(last.keySet());
        keys.forEach(key -> compare(key, expected.get(key), last.get(key)));
    }

    /** Records that were read. */
    public long read() {
        return read;
    }

    private boolean take(ConsumerRecord<byte[], byte[]> record) {
        read++;
        if (handled.contains(record.topic(), record.partition(), record.offset())) {
            return true;
        }
        try {
            keep(record, codec.read(record.value()));
        } catch (UndecodableRecord e) {
            foreign(record, e.getMessage());
        }
        return true;
    }

    private void foreign(ConsumerRecord<byte[], byte[]> record, @Nullable String why) {
        findings.add(record.topic() + ", partition " + record.partition() + ", offset " + record.offset()
                + " : étranger (" + why + ")");
    }

    private void keep(ConsumerRecord<byte[], byte[]> from, SpecificRecord record) {
        switch (record) {
            case FrequentationScored it -> {
                Last said = said(from, it.getFrequentation(), RecordJson.of(it.getFiles()));
                keep(it.getRun(), score(from, it.getFrequentation().getRoomId()), said);
            }
            case ConversionProposed it -> {
                Last said = said(from, it.getConversion(), null);
                keep(it.getRun(), conversion(from, it.getConversion().getRoomId()), said);
            }
            case PlanProposed it ->
                keep(it.getRun(), plan(from, it.getPlan().getEpci()), said(from, it.getPlan(), null));
            case FrequentationWithdrawn it -> keep(it.getRun(), score(from, it.getRoomId()), gone(from));
            case ConversionWithdrawn it -> keep(it.getRun(), conversion(from, it.getRoomId()), gone(from));
            case PlanWithdrawn it -> keep(it.getRun(), plan(from, it.getEpci()), gone(from));
            default -> foreign(from, "un " + record.getSchema().getName() + " n'est pas un résultat");
        }
    }

    private void keep(RunRef run, ExpectedResult.Key key, Last said) {
        if (run.getRunNo() <= currentRun) {
            last.put(key, said);
        }
    }

    private static ExpectedResult.Key score(ConsumerRecord<byte[], byte[]> from, String room) {
        return new ExpectedResult.Key(ResultHash.Type.SCORE, room, from.partition());
    }

    private static ExpectedResult.Key conversion(ConsumerRecord<byte[], byte[]> from, String room) {
        return new ExpectedResult.Key(ResultHash.Type.CONVERSION, room, from.partition());
    }

    private static ExpectedResult.Key plan(ConsumerRecord<byte[], byte[]> from, String epci) {
        return new ExpectedResult.Key(ResultHash.Type.PLAN, epci, from.partition());
    }

    private Last said(ConsumerRecord<byte[], byte[]> from, SpecificRecord bare, @Nullable String files) {
        return new Last(from.offset(), records.encode(bare), files);
    }

    private static Last gone(ConsumerRecord<byte[], byte[]> from) {
        return new Last(from.offset(), null, null);
    }

    private void compare(ExpectedResult.Key key, @Nullable ExpectedResult should, @Nullable Last is) {
        if (is == null || is.payload() == null) {
            if (should != null) {
                findings.add(key + " : absent du topic");
            }
        } else if (should == null) {
            findings.add(key + ", offset " + is.offset() + " : en trop, rien ne l'a retiré");
        } else if (!Arrays.equals(should.payload(), is.payload())) {
            findings.add(key + ", offset " + is.offset() + " : "
                    + ByteDifference.difference(should.payload(), is.payload()));
        } else if (!Objects.equals(should.files(), is.files())) {
            findings.add(
                    key + ", offset " + is.offset() + " : fichiers " + is.files() + " au lieu de " + should.files());
        }
    }
}
