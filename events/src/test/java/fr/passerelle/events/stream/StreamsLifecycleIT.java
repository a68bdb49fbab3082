package fr.passerelle.events.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RunScored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** One and three instances on a real broker, exactly once. */
class StreamsLifecycleIT {

    private static final int EPCIS = 9;
    private static final int MANY_ROOMS = 400;
    private static final int WORDS = 600;
    private static final int KAFKA_DEFAULT_MESSAGE = 1 << 20;

    @TempDir
    private Path states;

    private final TestServers servers = servers();
    private final RealLog log = new RealLog(servers);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    @Tag("I6")
    void givesTheSameResultsByOneInstanceAndByThreeAndAfterItsStateIsWiped() throws IOException {
        SortedMap<Integer, RunScored> byOne = aRunBy(1);
        SortedMap<Integer, RunScored> byThree = aRunBy(3);

        assertThat(hashes(byThree)).isEqualTo(hashes(byOne));
        assertThat(byOne.values()).allMatch(run -> run.getCompleteness() == Completeness.COMPLETE);
        assertThat(byOne.values().stream().mapToInt(RunScored::getRooms).sum()).isEqualTo(EPCIS);
    }

    @Test
    @Tag("I4")
    void emitsEachResultOnceThoughStoppedWipedAndStartedAgain() throws IOException {
        StreamsLifecycle first = started();
        facts(log);
        SortedMap<Integer, RunScored> before = log.run(1);
        first.stop();
        FileSystemUtils.deleteRecursively(states.resolve(servers.namespace() + "1"));

        StreamsLifecycle second = started();
        SortedMap<Integer, RunScored> after = log.run(2);
        second.stop();

        assertThat(before.values()).allMatch(run -> run.getCompleteness() == Completeness.COMPLETE);
        assertThat(hashes(after)).isEqualTo(hashes(before));
        assertThat(after.values())
                .allSatisfy(run -> assertThat(run.getScoresEmitted() + run.getPlansEmitted())
                        .isZero());
        assertThat(log.all(servers.topics().scores())).hasSize(EPCIS);
        assertThat(log.all(servers.topics().plans())).hasSize(EPCIS);
        assertThat(log.all(servers.topics().answers())).hasSize(2 * TestServers.PARTITIONS);
    }

    @Test
    void leavesEachResultInThePartitionOfItsFacts() {
        StreamsLifecycle streams = started();
        facts(log);
        log.run(1);
        streams.stop();

        var partitions = new Partitions(TestServers.PARTITIONS);
        assertThat(log.all(servers.topics().plans()))
                .hasSize(EPCIS)
                .allSatisfy(record ->
                        assertThat(record.partition()).isEqualTo(partitions.of(new String(record.key(), UTF_8))));
    }

    @Test
    void sendsThePlanOfAnEpciOfSoManyRoomsThatItIsMoreThanAMessage() {
        StreamsLifecycle streams = started();
        log.says(Facts.EPCI_A, Facts.epci(Facts.EPCI_A));
        IntStream.range(0, MANY_ROOMS).forEach(room -> log.says(Facts.EPCI_A, wordy("SALLE-" + room)));

        assertThat(log.run(1).values()).allMatch(run -> run.getCompleteness() == Completeness.COMPLETE);

        streams.stop();
        assertThat(log.all(servers.topics().plans()))
                .singleElement()
                .satisfies(plan -> assertThat(plan.value()).hasSizeGreaterThan(KAFKA_DEFAULT_MESSAGE));
    }

    private static RoomInventoried wordy(String room) {
        return RoomInventoried.newBuilder(Facts.room(room, Facts.EPCI_A))
                .setName("Salle ".repeat(WORDS))
                .build();
    }

    @Test
    void leavesItsGroupAtOnceWhenItStops() throws Exception {
        try (Admin admin = Admin.create(servers.endpoints().administrator().with(Map.of()))) {
            StreamsLifecycle streams = started();
            facts(log);
            log.run(1);
            var group = List.of(servers.namespace() + ".events");
            assertThat(admin.describeConsumerGroups(group).all().get().values())
                    .allSatisfy(described -> assertThat(described.members()).isNotEmpty());

            streams.stop();

            assertThat(admin.describeConsumerGroups(group).all().get().values())
                    .allSatisfy(described -> assertThat(described.members()).isEmpty());
        }
    }

    @Test
    void sendsWhatNobodyCanDecodeToTheDeadLetters() {
        log.send(0, null, null, null);
        log.send(0, "k".getBytes(UTF_8), new byte[] {9, 9}, "1");
        StreamsLifecycle streams = started();
        facts(log);

        assertThat(log.run(1).values()).allMatch(run -> run.getCompleteness() == Completeness.COMPLETE);

        streams.stop();
        Topic deadLetters = servers.topics().deadLetters();
        assertThat(log.all(deadLetters)).hasSize(2);
    }

    @Test
    void stopsOnAFaultAndSaysSo() throws InterruptedException {
        CountDownLatch fault = new CountDownLatch(1);
        StreamsLifecycle streams = lifecycle(servers, log, 1, fault::countDown);
        streams.start();
        var broken = Facts.opened(1);
        broken.setBaremeText("ceci n'est pas un barème");
        log.send(0, null, log.codec().write(servers.topics().transitions(), broken), "1");
        log.send(0, null, log.codec().write(servers.topics().transitions(), Facts.closed(1, 0)), "2");

        assertThat(fault.await(60, TimeUnit.SECONDS)).isTrue();

        streams.stop();
        assertThat(log.all(servers.topics().answers())).isEmpty();
    }

    private SortedMap<Integer, RunScored> aRunBy(int instances) {
        TestServers those = servers();
        try (RealLog said = new RealLog(those)) {
            List<StreamsLifecycle> running = IntStream.rangeClosed(1, instances)
                    .mapToObj(instance -> started(those, said, instance))
                    .toList();
            facts(said);
            SortedMap<Integer, RunScored> scored = said.run(1);
            running.forEach(StreamsLifecycle::stop);
            return scored;
        }
    }

    private static TestServers servers() {
        TestServers servers = TestServers.fresh("events");
        servers.createTopics();
        return servers;
    }

    private StreamsLifecycle started() {
        return started(servers, log, 1);
    }

    private StreamsLifecycle started(TestServers servers, RealLog log, int instance) {
        StreamsLifecycle streams = lifecycle(servers, log, instance, () -> {});
        streams.start();
        return streams;
    }

    private StreamsLifecycle lifecycle(TestServers servers, RealLog log, int instance, Runnable onFault) {
        Path state = states.resolve(servers.namespace() + instance);
        return RealLog.streams(servers, servers.topics(), log.codec(), state, onFault);
    }

    private static void facts(RealLog log) {
        for (int i = 0; i < EPCIS; i++) {
            String epci = "20000000" + i;
            log.says(epci, Facts.epci(epci), Facts.room("S" + i, epci));
            log.says(epci, Facts.twoYears("S" + i, epci, 10 * i));
        }
    }

    private static Map<Integer, String> hashes(SortedMap<Integer, RunScored> runs) {
        Map<Integer, String> hashes = new TreeMap<>();
        runs.forEach((partition, run) -> hashes.put(partition, run.getPartialHash()));
        return hashes;
    }
}
