package fr.passerelle.faults.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.Endpoints;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The servers that a proxy of ours can stand before. */
enum Wires {
    POSTGRESQL,
    KAFKA;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private int port(Endpoints there) {
        return Integer.parseInt(
                switch (this) {
                    case POSTGRESQL -> there.postgresUrl().replaceFirst(".*:(\\d+)/.*", "$1");
                    case KAFKA -> there.kafka().bootstrap().replaceFirst(".*:", "");
                });
    }

    Map<String, String> properties(Endpoints there, int port) {
        return switch (this) {
            case POSTGRESQL ->
                Map.of("passerelle.postgres.url", there.postgresUrl().replaceFirst(":\\d+/", ":" + port + "/"));
            case KAFKA -> Map.of("passerelle.kafka.bootstrap", "127.0.0.1:" + port);
        };
    }

    /** A proxy that cuts the answer to a commit when so many have passed; never when it is negative. */
    Proxy before(Endpoints there, int commits) {
        var left = new AtomicInteger(commits);
        if (this == POSTGRESQL) {
            return new Proxy(port(there), () -> new PostgresqlCommits(left));
        }
        var own = new AtomicInteger();
        var proxy = new Proxy(port(there), () -> new KafkaFrames(port(there), own.get(), left));
        own.set(proxy.port());
        return proxy;
    }

    private static boolean at(byte[] bytes, int place, byte[] wanted) {
        return Arrays.equals(bytes, place, place + wanted.length, wanted, 0, wanted.length);
    }

    /** Cuts a connection to PostgreSQL where the answer to a COMMIT passes, once so many have, of all connections: it has taken place, and the client never knows. */
    record PostgresqlCommits(AtomicInteger left) implements Proxy.Wire {

        /** CommandComplete, its length, its tag. */
        private static final byte[] COMMITTED = "C\0\0\0\013COMMIT\0".getBytes(US_ASCII);

        @Override
        public boolean answered(byte[] bytes, int length) {
            for (var place = 0; place + COMMITTED.length <= length; place++) {
                if (at(bytes, place, COMMITTED) && left.getAndDecrement() == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A conversation with the broker, whose address is replaced by the proxy's, so that clients stay; the answer to the end of a transaction can be cut. */
    static final class KafkaFrames implements Proxy.Wire {

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
                if (at(bytes, place, HOST) && buffer.getInt(place + HOST.length) == brokerPort) {
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

    /** A fault on the way between the nightly job and a server. */
    abstract static sealed class Interference implements Fault {

        private final Wires wires;
        private final int commits;
        private @Nullable Proxy proxy;

        private Interference(Wires wires, int commits) {
            this.wires = wires;
            this.commits = commits;
        }

        @Override
        public Map<String, String> properties(Stage stage) {
            var endpoints = stage.target().deployment().endpoints();
            if (proxy == null) {
                proxy = wires.before(endpoints, commits);
            }
            return wires.properties(endpoints, proxy.port());
        }

        Proxy proxy() {
            return Objects.requireNonNull(proxy, "No command has gone through it.");
        }

        /** The command may go on through it, and end without it. */
        @Override
        public void close() {
            if (proxy != null) {
                proxy.close();
            }
        }
    }

    /** The answer to a commit is lost on its way to the nightly job, by a connection that is cut. */
    static final class CutAfterCommit extends Interference {

        CutAfterCommit(Wires wires, int commits) {
            super(wires, commits);
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            var there = proxy();
            Poll.until(PATIENCE, () -> there.cuts() > 0 || !command.isAlive());
            return new Evidence(
                    there.cuts() > 0, there.cuts() + " connexion coupée sur la réponse, " + Moment.reached(command));
        }
    }

    /** The way between the nightly job and a server is slow from a moment on, or silent for some seconds: a partition. */
    static final class SlowServer extends Interference {

        private static final long LOOK_MILLIS = 1500;

        private final boolean partition;
        private final long millis;

        /** One where nothing passes for so long, or where everything passes so much later. */
        SlowServer(Wires wires, boolean partition, long millis) {
            super(wires, -1);
            this.partition = partition;
            this.millis = millis;
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            var there = proxy();
            if (partition) {
                there.silence(millis);
            } else {
                there.delay(millis);
            }
            Poll.pause(Duration.ofMillis(Math.max(millis, LOOK_MILLIS)));
            return new Evidence(there.delayed() > 0, there.delayed() + " échanges retenus");
        }
    }
}
