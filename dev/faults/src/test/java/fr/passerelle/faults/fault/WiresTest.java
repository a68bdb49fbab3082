package fr.passerelle.faults.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.faults.fault.Wires.KafkaFrames;
import fr.passerelle.faults.fault.Wires.PostgresqlCommits;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the proxies see of a conversation. */
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
}
