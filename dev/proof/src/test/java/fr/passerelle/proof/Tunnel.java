package fr.passerelle.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** A port of this machine that leads to one inside the network of an engine: each connection is carried by a process that is in there. */
final class Tunnel implements AutoCloseable {

    private final ServerSocket entrance;
    private final List<String> carrier;

    private Tunnel(ServerSocket entrance, List<String> carrier) {
        this.entrance = entrance;
        this.carrier = carrier;
    }

    static Tunnel to(ContainerEngine engine, int port) {
        var carrier =
                engine.inside("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + port + "; cat <&3 & cat >&3; kill %1");
        try {
            var tunnel = new Tunnel(new ServerSocket(0, 16, InetAddress.getLoopbackAddress()), carrier);
            Thread.ofVirtual().start(tunnel::accept);
            return tunnel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI home() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort() + "/");
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                carry(entrance.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket visitor) throws IOException {
        var process = new ProcessBuilder(carrier)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.ofVirtual().start(() -> copy(visitor, process, true));
        Thread.ofVirtual().start(() -> copy(visitor, process, false));
    }

    /** One direction, until either end closes; then the other ends too. */
    private static void copy(Socket visitor, Process process, boolean in) {
        try (visitor;
                var from = in ? visitor.getInputStream() : process.getInputStream();
                var to = in ? process.getOutputStream() : visitor.getOutputStream()) {
            var buffer = new byte[8192];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.write(buffer, 0, read);
                to.flush();
            }
        } catch (IOException closed) {
            process.destroy();
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
