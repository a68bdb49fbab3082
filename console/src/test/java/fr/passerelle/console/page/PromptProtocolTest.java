package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.PageConfiguration.BodyDeadline;
import fr.passerelle.console.page.PageConfiguration.PromptProtocol;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger takes from everybody else by sending slowly; on the server itself, with a patience of seconds and twenty places. */
class PromptProtocolTest {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int PLACES = 20;
    private static final String ASKED = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @TempDir
    private Path folder;

    private final Tomcat server = new Tomcat();
    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void start() throws LifecycleException {
        Connector connector = new Connector(PromptProtocol.class.getName());
        connector.setPort(0);
        connector.setProperty("connectionTimeout", Long.toString(PATIENCE.toMillis()));
        connector.setProperty("maxConnections", Integer.toString(PLACES));
        server.setBaseDir(folder.toString());
        server.setConnector(connector);
        server.getEngine().getPipeline().addValve(new BodyDeadline(PATIENCE));
        Context context = server.addContext("", null);
        Tomcat.addServlet(context, "deaf", new Deaf());
        context.addServletMapping("/", "deaf");
        server.start();
    }

    @AfterEach
    void end() throws IOException, LifecycleException {
        for (Socket socket : open) {
            socket.close();
        }
        server.stop();
        server.destroy();
    }

    /** An order that asks again finds out now and then that it was belied, and refuses. */
    @Test
    void putsConnectionsInOrderThatAreUsedMeanwhile() {
        Random moments = new Random(1);
        List<Integer> connections = IntStream.range(0, 500).boxed().toList();

        for (int time = 0; time < 100; time++) {
            assertThat(PromptProtocol.longestSilentFirst(connections.stream(), one -> moments.nextInt(8)))
                    .containsExactlyInAnyOrderElementsOf(connections);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "\r\n"})
    void endsAHeadThatComesByteByByte(String piece) throws Exception {
        Socket slow = from("127.0.0.1");
        long begun = System.nanoTime();
        dribble(slow, piece);

        slow.setSoTimeout((int) PATIENCE.multipliedBy(4).toMillis());
        assertThat(ended(slow)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.multipliedBy(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2"})
    void answersAtOnceWhateverOneAddressHolds(String visitor) throws Exception {
        for (int i = 0; i < PLACES + 5; i++) {
            dribble(from("127.0.0.1"), "G");
        }

        long before = System.nanoTime();
        assertThat(answers(from(visitor), ASKED)).containsExactly(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
    }

    /** Both come in one piece, and nobody reads the body of the first. */
    @Test
    void answersTheRequestBehindABodyThatNobodyRead() throws Exception {
        String form =
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

        assertThat(answers(from("127.0.0.1"), form + ASKED)).containsExactly(200, 200);
    }

    private Socket from(String address) throws IOException {
        Socket socket =
                new Socket("127.0.0.1", server.getConnector().getLocalPort(), InetAddress.getByName(address), 0);
        open.add(socket);
        return socket;
    }

    private static void dribble(Socket socket, String piece) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
                    Thread.sleep(Duration.ofMillis(200));
                }
            } catch (IOException | InterruptedException ended) {
                // By the server, or by the test.
            }
        });
    }

    /** Whether the server ends a connection, politely or not; not within the socket's patience: false. */
    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException never) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** The statuses of all that is answered until the last request ends the connection; none of them in time: the test fails. */
    private static List<Integer> answers(Socket socket, String asked) throws IOException {
        socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
        socket.setSoTimeout((int) PATIENCE.multipliedBy(4).toMillis());
        String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return Pattern.compile("HTTP/1.1 (\\d{3})")
                .matcher(said)
                .results()
                .map(status -> Integer.valueOf(status.group(1)))
                .toList();
    }

    private static final class Deaf extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_OK);
        }
    }
}
