package fr.passerelle.events.stream;

import static fr.passerelle.events.stream.Facts.EPCI_A;
import static fr.passerelle.events.stream.Facts.EPCI_B;
import static fr.passerelle.schemas.contract.Partitions.WITHOUT_EPCI;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.ConversionProposed;
import fr.passerelle.schemas.event.ConversionWithdrawn;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationScored;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.FrequentationWithdrawn;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.PlanWithdrawn;
import fr.passerelle.schemas.event.RunScored;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partition answers to its log. */
class EventsTopologyTest {

    private static final String NOTHING = new ResultHash().partial();

    @TempDir
    private Path state;

    @AutoClose
    private DrivenLog log;

    @BeforeEach
    void open() {
        log = new DrivenLog(state);
    }

    private void twoRooms() {
        log.says(Facts.epci(EPCI_A), Facts.room("S1", EPCI_A), Facts.room("S2", EPCI_A))
                .says(Facts.twoYears("S1", EPCI_A, 40))
                .says(Facts.twoYears("S2", EPCI_A, 2));
    }

    /** Nothing of what it said is left to read. */
    private RunScored firstRunOfTwoRooms() {
        twoRooms();
        RunScored first = log.run(1);
        log.results();
        return first;
    }

    /** One of the two EPCIs that are described. */
    private void oneRoomIn(String epci) {
        log.says(Facts.epci(EPCI_A), Facts.epci(EPCI_B), Facts.room("S1", epci)).says(Facts.twoYears("S1", epci, 40));
    }

    @Test
    void scoresEveryRoomAndPlansEveryEpciWhenTheRunClosesOnceThoughItComesAgain() {
        twoRooms();

        RunScored scored = log.run(1);

        assertThat(scored.getCompleteness()).isEqualTo(Completeness.COMPLETE);
        assertThat(scored.getRooms()).isEqualTo(2);
        assertThat(scored.getScoresEmitted()).isEqualTo(2);
        assertThat(scored.getConversionsCurrent()).isEqualTo(2);
        assertThat(scored.getPlansCurrent()).isOne();
        assertThat(scored.getRecordsSeen()).isEqualTo(51);
        assertThat(scored.getPartialHash()).isNotEqualTo(NOTHING);
        assertThat(log.scores())
                .extracting(one -> scored(one).getState())
                .containsExactly(FrequentationState.NOTEE, FrequentationState.NOTEE);
        assertThat(log.conversions()).hasSize(2).allMatch(ConversionProposed.class::isInstance);
        assertThat(log.plans()).hasSize(1).allMatch(PlanProposed.class::isInstance);

        log.arrives(log.seq(), Facts.closed(1, log.data()));

        assertThat(log.runs()).isEmpty();
    }

    @Test
    void givesEachResultTheHeadersOfACloudEventThatComputingItAgainGivesToo(@TempDir Path again) {
        twoRooms();
        log.run(1);
        var plans = log.headers(DrivenLog.TOPICS.plans());

        assertThat(plans)
                .containsExactly(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "1/0/PLAN/" + EPCI_A,
                        "ce_source", "essai",
                        "ce_type", "fr.passerelle.PlanProposed",
                        "ce_subject", "epci:" + EPCI_A));
        log.close();
        log = new DrivenLog(again);
        twoRooms();
        log.run(1);
        assertThat(log.headers(DrivenLog.TOPICS.plans())).isEqualTo(plans);
        assertThat(log.headers(DrivenLog.TOPICS.scores()))
                .extracting(headers -> headers.get("ce_id"))
                .containsExactly("1/0/SCORE/S1", "1/0/SCORE/S2");
    }

    @Test
    void saysNothingBeforeTheRunClosesAndScoresTheRecordsOfAnAbandonedOneInTheNext() {
        log.control(Facts.opened(1));
        twoRooms();

        assertThat(log.runs()).isEmpty();
        assertThat(log.scores()).isEmpty();

        log.control(Facts.abandoned(1));

        assertThat(log.runs()).isEmpty();
        RunScored scored = log.run(2);

        assertThat(scored.getRun().getRunId()).isEqualTo("N-000002");
        assertThat(scored.getPartialHash()).isEqualTo(hashOfTwoRooms());
    }

    @Test
    void saysIncompleteAndNothingElseWhereARecordIsMissing() {
        twoRooms();

        log.control(Facts.opened(1)).control(Facts.closed(1, log.data() + 1));

        RunScored scored = log.scored();
        assertThat(scored.getCompleteness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(scored.getRecordsExpected()).isEqualTo(scored.getRecordsSeen() + 1);
        assertThat(scored.getPartialHash()).isEqualTo(NOTHING);
        assertThat(log.results()).isEmpty();
    }

    @Test
    void saysIncompleteWhereTheOpeningOfTheRunIsMissing() {
        twoRooms();

        log.control(Facts.closed(1, log.data()));

        assertThat(log.scored().getCompleteness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(log.scores()).isEmpty();
    }

    @Test
    void ignoresRecordsThatComeAgain() {
        twoRooms();
        long before = log.seq();

        for (long number = 1; number <= before; number++) {
            log.arrives(number, Facts.month("S2", EPCI_A, "2017-09", 900));
        }

        RunScored scored = log.run(1);
        assertThat(scored.getCompleteness()).isEqualTo(Completeness.COMPLETE);
        assertThat(scored.getPartialHash()).isEqualTo(hashOfTwoRooms());
    }

    /** Which files a score rests on is no part of the result, but nobody may be left with a file that was withdrawn. */
    @Test
    void tellsAScoreAgainWhereOnlyItsFilesChanged() {
        RunScored first = firstRunOfTwoRooms();
        String otherFile = "f".repeat(64);

        log.says(Facts.month("S1", EPCI_A, "2017-09", 40, otherFile));
        RunScored second = log.run(2);

        assertThat(second.getPartialHash()).isEqualTo(first.getPartialHash());
        assertThat(emitted(second)).containsExactly(1, 0, 0);
        FrequentationScored again = (FrequentationScored) log.scores().getFirst();
        assertThat(again.getFiles())
                .extracting(FichierSource::getSha256, FichierSource::getRecords)
                .containsExactly(tuple("0".repeat(64), 23), tuple(otherFile, 1));
    }

    @Test
    void emitsNothingForASecondRunOverTheSameFacts() {
        RunScored first = firstRunOfTwoRooms();

        RunScored second = log.run(2);

        assertThat(emitted(second)).containsOnly(0);
        assertThat(second.getRooms()).isEqualTo(2);
        assertThat(second.getConversionsCurrent()).isEqualTo(2);
        assertThat(second.getPartialHash()).isEqualTo(first.getPartialHash());
        assertThat(log.results()).isEmpty();
    }

    @Test
    void countsWhatWasAskedForAndProposesTheSame() {
        twoRooms();
        log.says(Facts.needs(EPCI_A));

        RunScored scored = log.run(1);

        assertThat(scored.getCompleteness()).isEqualTo(Completeness.COMPLETE);
        assertThat(scored.getRecordsSeen()).isEqualTo(52);
        assertThat(scored.getPartialHash()).isEqualTo(hashOfTwoRooms());
        assertThat(log.deadLetters()).isEmpty();
    }

    @Test
    void emitsOnlyWhatDiffers() {
        log.says(Facts.epci(EPCI_A), Facts.room("S1", EPCI_A), Facts.epci(EPCI_B), Facts.room("S2", EPCI_B))
                .says(Facts.twoYears("S1", EPCI_A, 40))
                .says(Facts.twoYears("S2", EPCI_B, 40));
        log.run(1);
        log.scores();

        log.says(Facts.month("S2", EPCI_B, "2017-08", 1));
        RunScored scored = log.run(2);

        assertThat(scored.getScoresEmitted()).isOne();
        assertThat(log.scores()).extracting(one -> scored(one).getRoomId()).containsExactly("S2");
    }

    @Test
    void takesBackTheResultsOfARoomThatLeft() {
        firstRunOfTwoRooms();

        log.says(Facts.gone("S2", EPCI_A));
        RunScored scored = log.run(2);

        assertThat(log.scores())
                .filteredOn(FrequentationWithdrawn.class::isInstance)
                .singleElement()
                .satisfies(record -> assertThat(((FrequentationWithdrawn) record).getRoomId())
                        .isEqualTo("S2"));
        assertThat(log.conversions())
                .filteredOn(ConversionWithdrawn.class::isInstance)
                .hasSize(1);
        assertThat(log.plans()).singleElement().isInstanceOf(PlanProposed.class);
        assertThat(scored.getConversionsCurrent()).isOne();
    }

    @Test
    void takesBackThePlanOfAnEpciLeftEmpty() {
        log.says(Facts.epci(EPCI_A), Facts.room("S1", EPCI_A)).says(Facts.twoYears("S1", EPCI_A, 40));
        log.run(1);
        log.plans();

        log.says(Facts.moved("S1", EPCI_A, EPCI_B));
        RunScored scored = log.run(2);

        assertThat(log.plans()).singleElement().isInstanceOf(PlanWithdrawn.class);
        assertThat(scored.getPlansCurrent()).isZero();
        assertThat(scored.getPartialHash()).isEqualTo(NOTHING);
    }

    @Test
    void givesARoomThatMovedWithinThePartitionWhatAFreshImportWould() {
        oneRoomIn(EPCI_A);
        log.run(1);

        log.says(Facts.moved("S1", EPCI_A, EPCI_B), Facts.room("S1", EPCI_B)).says(Facts.twoYears("S1", EPCI_B, 40));
        RunScored moved = log.run(2);

        assertThat(moved.getPartialHash()).isEqualTo(fresh("fresh", () -> oneRoomIn(EPCI_B)));
        assertThat(moved.getScoresEmitted()).isOne();
        assertThat(moved.getPlansEmitted()).isEqualTo(2);
        assertThat(moved.getPlansCurrent()).isOne();
    }

    @Test
    void forgetsTheAttendanceOfARoomThatLeftAndCameBack() {
        log.says(Facts.epci(EPCI_A), Facts.room("S1", EPCI_A)).says(Facts.twoYears("S1", EPCI_A, 40));

        log.says(Facts.gone("S1", EPCI_A), Facts.room("S1", EPCI_A));
        log.run(1);

        assertThat(log.scores())
                .extracting(one -> scored(one).getMonthsObserved())
                .containsExactly(0);
    }

    @Test
    void scoresRoomsWithoutEpciAndProposesNothingForThem() {
        log.says(Facts.room("S1", WITHOUT_EPCI)).says(Facts.twoYears("S1", WITHOUT_EPCI, 40));

        RunScored scored = log.run(1);

        assertThat(scored.getRooms()).isOne();
        assertThat(scored.getConversionsCurrent()).isZero();
        assertThat(scored.getPlansCurrent()).isZero();
        assertThat(log.scores()).hasSize(1);
    }

    @Test
    void sendsWhatNobodyCanDecodeToTheDeadLettersAndGoesOn() {
        log.raw("k".getBytes(UTF_8), new byte[] {1, 2, 3}, "1");
        log.raw(null, null, null);
        log.raw("k".getBytes(UTF_8), null, "2");
        twoRooms();
        log.raw(null, new byte[] {0, 0, 0, 0, 1, 2}, null);

        assertThat(log.run(1).getCompleteness()).isEqualTo(Completeness.COMPLETE);
        assertThat(log.deadLetters()).hasSize(4);
    }

    @Test
    void takesARecordWithoutKey() {
        byte[] value =
                Facts.codec(DrivenLog.TOPICS).write(DrivenLog.TOPICS.transitions(), Facts.room("S1", WITHOUT_EPCI));

        log.raw(null, value, "1");

        log.arrives(2, Facts.opened(1)).arrives(3, Facts.closed(1, 1));
        assertThat(log.scored().getRooms()).isOne();
        assertThat(log.deadLetters()).isEmpty();
    }

    @Test
    void stopsOnAFaultInProcessing() {
        var broken = Facts.opened(1);
        broken.setBaremeText("ceci n'est pas un barème");
        log.says(Facts.room("S1", WITHOUT_EPCI)).control(broken);

        assertThatThrownBy(() -> log.control(Facts.closed(1, log.data()))).hasMessageContaining("task");

        assertThat(log.deadLetters()).isEmpty();
    }

    private static Frequentation scored(SpecificRecord record) {
        return ((FrequentationScored) record).getFrequentation();
    }

    private static List<Integer> emitted(RunScored run) {
        return List.of(run.getScoresEmitted(), run.getConversionsEmitted(), run.getPlansEmitted());
    }

    private String hashOfTwoRooms() {
        return fresh("other", this::twoRooms);
    }

    /** What a log of its own answers to what is said there. */
    private String fresh(String name, Runnable said) {
        DrivenLog used = log;
        try (DrivenLog other = new DrivenLog(state.resolve(name))) {
            log = other;
            said.run();
            return other.run(9).getPartialHash();
        } finally {
            log = used;
        }
    }

    private static final int SEEDS = 3;

    /** Only the order of each subject's records counts. */
    @Test
    void givesTheSameHashHoweverSubjectsAreInterleaved() {
        String expected = hash("apart", inTurn(subjects()));

        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(hash("seed" + seed, interleaved(subjects(), new Random(seed))))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static List<Queue<SpecificRecord>> subjects() {
        List<Queue<SpecificRecord>> subjects = new ArrayList<>();
        subjects.add(new ArrayDeque<>(List.of(Facts.epci(EPCI_A))));
        subjects.add(new ArrayDeque<>(List.of(Facts.epci(EPCI_B))));
        subjects.add(room("S1", EPCI_A, 40));
        subjects.add(room("S2", EPCI_A, 3));
        subjects.add(room("S3", EPCI_B, 11));
        return subjects;
    }

    private static Queue<SpecificRecord> room(String id, String epci, int presences) {
        Queue<SpecificRecord> records = new ArrayDeque<>();
        records.add(Facts.room(id, epci));
        records.addAll(List.of(Facts.twoYears(id, epci, presences)));
        return records;
    }

    private static List<SpecificRecord> inTurn(List<Queue<SpecificRecord>> subjects) {
        return subjects.stream().<SpecificRecord>flatMap(Queue::stream).toList();
    }

    private static List<SpecificRecord> interleaved(List<Queue<SpecificRecord>> subjects, Random random) {
        List<SpecificRecord> log = new ArrayList<>();
        while (!subjects.isEmpty()) {
            Queue<SpecificRecord> next = subjects.get(random.nextInt(subjects.size()));
            log.add(next.remove());
            subjects.removeIf(Queue::isEmpty);
        }
        return log;
    }

    private String hash(String name, List<SpecificRecord> records) {
        return fresh(name, () -> log.says(records.toArray(SpecificRecord[]::new)));
    }

    /** One partition of a log under Kafka's test driver: what it is told, and what it answers. */
    static final class DrivenLog implements AutoCloseable {

        static final Topics TOPICS = new Topics("essai");

        private final RecordCodec codec = Facts.codec(TOPICS);
        private final TopologyTestDriver driver;
        private final TestInputTopic<byte[], byte[]> transitions;
        private long seq;
        private long data;

        DrivenLog(Path stateDir) {
            StreamSettings settings = new StreamSettings(
                    stateDir, 1, 0, Duration.ofSeconds(120), Duration.ofSeconds(6), Duration.ofSeconds(1));
            Properties properties =
                    settings.properties(TOPICS, KafkaAccess.at("nowhere:1", Map.of()), settings.stateDir());
            // The driver commits after each record, which costs a transaction each: exactly once is proved on real
            // servers.
            properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
            driver = new TopologyTestDriver(new EventsTopology(TOPICS, codec).build(), properties);
            transitions = driver.createInputTopic(
                    TOPICS.transitions().name(), new ByteArraySerializer(), new ByteArraySerializer());
        }

        /** Data records, in order. */
        DrivenLog says(SpecificRecord... records) {
            for (SpecificRecord record : records) {
                control(record);
                data++;
            }
            return this;
        }

        /** A record that is not counted as data. */
        DrivenLog control(SpecificRecord record) {
            return arrives(++seq, record);
        }

        /** A record under a number of one's choice. */
        DrivenLog arrives(long number, SpecificRecord record) {
            raw("clé".getBytes(UTF_8), codec.write(TOPICS.transitions(), record), "" + number);
            return this;
        }

        /** Bytes of one's choice; without the header where the number is null. */
        void raw(byte @Nullable [] key, byte @Nullable [] value, @Nullable String number) {
            RecordHeaders headers = new RecordHeaders();
            if (number != null) {
                headers.add("seq", number.getBytes(UTF_8));
            }
            transitions.pipeInput(new TestRecord<>(key, value, headers, 1_000L));
        }

        /** A whole run over what was said, and its answer. */
        RunScored run(long number) {
            control(Facts.opened(number));
            control(Facts.closed(number, data));
            return scored();
        }

        long seq() {
            return seq;
        }

        long data() {
            return data;
        }

        List<SpecificRecord> scores() {
            return read(TOPICS.scores());
        }

        List<SpecificRecord> conversions() {
            return read(TOPICS.conversions());
        }

        List<SpecificRecord> plans() {
            return read(TOPICS.plans());
        }

        /** All of the three, as far as they are not read yet. */
        List<SpecificRecord> results() {
            return Stream.of(scores(), conversions(), plans())
                    .flatMap(List::stream)
                    .toList();
        }

        List<SpecificRecord> runs() {
            return read(TOPICS.answers());
        }

        /** The one RunScored not read yet. */
        RunScored scored() {
            List<SpecificRecord> runs = runs();
            if (runs.size() != 1) {
                throw new AssertionError("One RunScored expected: " + runs);
            }
            return (RunScored) runs.getFirst();
        }

        List<TestRecord<byte[], byte[]>> deadLetters() {
            return output(TOPICS.deadLetters()).readRecordsToList();
        }

        /** The headers of what was said of a topic and is not read yet, by name, a record after the other. */
        List<Map<String, String>> headers(Topic topic) {
            List<Map<String, String>> all = new ArrayList<>();
            output(topic).readRecordsToList().forEach(record -> {
                Map<String, String> headers = new TreeMap<>();
                record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
                all.add(headers);
            });
            return all;
        }

        private List<SpecificRecord> read(Topic topic) {
            List<SpecificRecord> records = new ArrayList<>();
            output(topic).readRecordsToList().forEach(record -> records.add(codec.read(record.value())));
            return records;
        }

        private TestOutputTopic<byte[], byte[]> output(Topic topic) {
            return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public void close() {
            driver.close();
        }
    }
}
