package fr.passerelle.faults.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A conversation with the broker: its own address in an answer is replaced by the proxy's, so that clients stay with the proxy; and the
 * answer to a request that ends a transaction can be cut, after the broker has committed.
 */
final class KafkaFrames implements Proxy.Wire {

    private static final int END_TXN = 26;
    private static final int SIZE = 4;
    private static final byte[] HOST = "127.0.0.1".getBytes(US_ASCII);

    private final int brokerPort;
    private final int proxyPort;
    private final AtomicInteger left;
    private final Set<Integer> endings = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream asked = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answered = new ByteArrayOutputStream();

    /** @param left endings of transactions to let pass before the cut, of all connections together; negative never cuts */
    KafkaFrames(int brokerPort, int proxyPort, AtomicInteger left) {
        this.brokerPort = brokerPort;
        this.proxyPort = proxyPort;
        this.left = left;
    }

    @Override
    public void asked(byte[] bytes, int length) {
        asked.write(bytes, 0, length);
        frames(asked, this::request);
    }

    private boolean request(ByteBuffer frame) {
        if (frame.remaining() >= 2 * SIZE && frame.getShort(frame.position()) == END_TXN) {
            endings.add(frame.getInt(frame.position() + SIZE));
        }
        return true;
    }

    @Override
    public boolean answered(byte[] bytes, int length) {
        redirect(bytes, length);
        answered.write(bytes, 0, length);
        return frames(answered, this::response);
    }

    private boolean response(ByteBuffer frame) {
        return frame.remaining() < SIZE
                || !endings.remove(frame.getInt(frame.position()))
                || left.getAndDecrement() != 0;
    }

    /** An answer with addresses is small and comes in one piece on a loopback. */
    private void redirect(byte[] bytes, int length) {
        var buffer = ByteBuffer.wrap(bytes, 0, length);
        for (var place = 0; place + HOST.length + SIZE <= length; place++) {
            if (BytePattern.at(bytes, place, HOST) && buffer.getInt(place + HOST.length) == brokerPort) {
                buffer.putInt(place + HOST.length, proxyPort);
            }
        }
    }

    /** Shows each whole frame, its size apart, and keeps the rest; answers false as soon as one is refused. */
    private static boolean frames(ByteArrayOutputStream gathered, Predicate<ByteBuffer> see) {
        var buffer = ByteBuffer.wrap(gathered.toByteArray());
        gathered.reset();
        while (buffer.remaining() >= SIZE && buffer.remaining() - SIZE >= buffer.getInt(buffer.position())) {
            var size = buffer.getInt();
            if (!see.test(buffer.slice(buffer.position(), size))) {
                return false;
            }
            buffer.position(buffer.position() + size);
        }
        gathered.write(buffer.array(), buffer.position(), buffer.remaining());
        return true;
    }
}
