package fr.passerelle.faults.fault;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A port of ours before a server's: all that passes is shown to a wire, which may hold it, delay it or cut. */
final class Proxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final ServerSocket listening;
    private final int target;
    private final Supplier<Wire> wires;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicLong delayed = new AtomicLong();
    private volatile long delayMillis;
    private volatile long silentUntil;

    /** What one connection says, in both directions. One thread for each. */
    interface Wire {

        /** Bytes of the client, before the server has them. */
        default void asked(byte[] bytes, int length) {}

        /** Bytes of the server, before the client has them; may change them in place. Answers false to cut instead. */
        default boolean answered(byte[] bytes, int length) {
            return true;
        }
    }

    Proxy(int target, Supplier<Wire> wires) {
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new LocalFault("Aucun port libre.", e);
        }
        this.target = target;
        this.wires = wires;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int cuts() {
        return cuts.get();
    }

    /** Pieces of conversation that it held back, late or silent. */
    long delayed() {
        return delayed.get();
    }

    /** From now on each piece passes so much later. */
    void delay(long millis) {
        delayMillis = millis;
    }

    /** For so long nothing passes, and nothing says so. */
    void silence(long millis) {
        silentUntil = System.currentTimeMillis() + millis;
    }

    private void accept() {
        try {
            while (true) {
                serve(listening.accept());
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void serve(Socket client) {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(client);
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var wire = wires.get();
            Thread.ofVirtual().start(() -> pass(client, server, wire, true));
            Thread.ofVirtual().start(() -> pass(server, client, wire, false));
        } catch (IOException refused) {
            end(client);
        }
    }

    private void pass(Socket from, Socket to, Wire wire, boolean asking) {
        var buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                hold();
                if (asking) {
                    wire.asked(buffer, length);
                } else if (!wire.answered(buffer, length)) {
                    cuts.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException ended) {
            end(from);
        } finally {
            end(from);
            end(to);
        }
    }

    private void hold() {
        var wait = Math.max(delayMillis, silentUntil - System.currentTimeMillis());
        if (wait > 0) {
            delayed.incrementAndGet();
            Poll.pause(Duration.ofMillis(wait));
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException alreadyClosed) {
            open.clear();
        }
        open.forEach(this::end);
    }
}
