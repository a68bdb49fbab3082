package fr.passerelle.faults.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.faults.fault.Wires.KafkaFrames;
import fr.passerelle.faults.fault.Wires.PostgresqlCommits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the proxies see of a conversation, and the moments of a night that are drawn over what it told of its phases. */
class WiresTest {

    private static final byte[] COMMITTED = "C\0\0\0\013COMMIT\0Z\0\0\0\005I".getBytes(US_ASCII);
    private static final byte[] INSERTED = "C\0\0\0\017INSERT 0 1\0Z\0\0\0\005T".getBytes(US_ASCII);
    private static final short END_TXN = 26;
    private static final short PRODUCE = 0;

    @Test
    void cutsTheAnswerToTheCommitThatWasDrawnAndNoOther() {
        var wire = new PostgresqlCommits(new AtomicInteger(1));

        assertThat(wire.answered(INSERTED, INSERTED.length)).isTrue();
        assertThat(wire.answered(COMMITTED, COMMITTED.length)).isTrue();
        assertThat(wire.answered(INSERTED, INSERTED.length)).isTrue();
        assertThat(wire.answered(COMMITTED, COMMITTED.length)).isFalse();
        assertThat(wire.answered(COMMITTED, COMMITTED.length)).isTrue();
    }

    @Test
    void cutsTheAnswerToTheEndOfATransactionAndNoOther() {
        var wire = new KafkaFrames(9092, 9999, new AtomicInteger(0));
        ask(wire, PRODUCE, 1);
        ask(wire, END_TXN, 2);

        assertThat(answer(wire, 1)).isTrue();
        assertThat(answer(wire, 2)).isFalse();
    }

    @Test
    void seesARequestThatComesInPieces() {
        var wire = new KafkaFrames(9092, 9999, new AtomicInteger(0));
        var request = request(END_TXN, 7);
        wire.asked(request, 3);
        wire.asked(java.util.Arrays.copyOfRange(request, 3, request.length), request.length - 3);

        assertThat(answer(wire, 7)).isFalse();
    }

    @Test
    void keepsClientsWithTheProxy() {
        var wire = new KafkaFrames(9092, 9999, new AtomicInteger(-1));
        var address = ByteBuffer.allocate(17)
                .putInt(13)
                .put("127.0.0.1".getBytes(US_ASCII))
                .putInt(9092)
                .array();

        assertThat(wire.answered(address, address.length)).isTrue();
        assertThat(ByteBuffer.wrap(address).getInt(13)).isEqualTo(9999);
    }

    private static void ask(KafkaFrames wire, short api, int correlation) {
        var request = request(api, correlation);
        wire.asked(request, request.length);
    }

    private static byte[] request(short api, int correlation) {
        return ByteBuffer.allocate(14)
                .putInt(10)
                .putShort(api)
                .putShort((short) 4)
                .putInt(correlation)
                .putShort((short) 0)
                .array();
    }

    private static boolean answer(KafkaFrames wire, int correlation) {
        var answer = ByteBuffer.allocate(10)
                .putInt(6)
                .putInt(correlation)
                .putShort((short) 0)
                .array();
        return wire.answered(answer, answer.length);
    }

    private static final NightPhases PHASES = NightPhases.of("""
        Inventaire des salles ....................... fait (0,2 s)
        Fréquentation ............................... fait (1,4 s)
        Relais vers Kafka ........................... fait (0,3 s)
        """, 4000);

    @Test
    void readsThePhasesAndGivesTheRestToTheStart() {
        assertThat(PHASES.all())
                .extracting(NightPhases.Phase::name)
                .containsExactly("Démarrage", "Inventaire des salles", "Fréquentation", "Relais vers Kafka");
        assertThat(PHASES.all()).extracting(NightPhases.Phase::millis).containsExactly(2100L, 200L, 1400L, 300L);
    }

    @Test
    void drawsTheSameMomentsFromTheSameSeed() {
        assertThat(moments(7)).isEqualTo(moments(7)).isNotEqualTo(moments(8));
    }

    @Test
    void drawsMomentsInEveryPhaseAndWithinItsLength() {
        assertThat(moments(1))
                .allSatisfy(moment -> assertThat(moment.millis())
                        .isBetween(
                                0L,
                                start(moment) + PHASES.all().get(moment.rank()).millis() - 1));
        assertThat(moments(1)).extracting(Moment::rank).contains(0, 1, 2, 3);
    }

    /** The second phase is reached by its time alone. */
    private static long start(Moment moment) {
        return moment.rank() == 1 ? PHASES.all().getFirst().millis() : 0;
    }

    private static List<Moment> moments(long seed) {
        var dice = new SplittableRandom(seed);
        return IntStream.range(0, 40).mapToObj(each -> PHASES.draw(dice)).toList();
    }
}
