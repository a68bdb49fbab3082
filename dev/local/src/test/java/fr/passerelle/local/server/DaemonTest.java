package fr.passerelle.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.server.Daemon.Probe;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {

    @TempDir
    private Path var;

    /** A password would be told beside the address of whoever answers there. */
    @Test
    void takesNoAnswerOfAnotherOnItsPortForItsOwn() throws IOException {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        var layout = new ServerDirectories(var);
        var late = new Late(Server.CONSOLE, layout, other.getAddress().getPort());
        assertThat(Probe.answers(late.port(), "/")).isTrue();

        assertThatThrownBy(late::start)
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("s'est arrêté en démarrant");

        other.stop(0);
    }

    /** A console that is starting while somebody else listens on the port that was chosen for it. */
    private record Late(Server server, ServerDirectories layout, int port) implements Daemon {

        @Override
        public List<String> command(int given) {
            return List.of("sleep", "4");
        }

        @Override
        public int choosePort(int before) {
            return port;
        }

        @Override
        public boolean ready(PidFile.Entry entry) {
            return Probe.answers(entry.port(), "/actuator/health/liveness");
        }
    }
}
