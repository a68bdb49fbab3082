package fr.passerelle.local.server;

import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of the loopback address, below those of outgoing connections: a client that keeps trying a dead server's port would be given it as its own some day. */
final class Ports {

    private static final int FIRST = 15_000;
    private static final int COUNT = 17_000;

    private Ports() {}

    /** A port that nobody uses at this moment. */
    static int free() {
        return freeOtherThan(0);
    }

    /** Another one: two calls in a row may be given the same port, since the first is not listened on yet. */
    static int freeOtherThan(int taken) {
        int start = ThreadLocalRandom.current().nextInt(COUNT);
        return IntStream.range(0, COUNT)
                .map(i -> FIRST + (start + i) % COUNT)
                .filter(port -> port != taken && isFree(port))
                .findFirst()
                .orElseThrow(() -> new LocalFault("Aucun port libre sur cette machine, de " + FIRST + " à "
                        + (FIRST + COUNT - 1) + " : arrêtez ce qui les tient."));
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
