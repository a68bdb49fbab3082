package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What nobody who may ask the console can take from everybody else: memory, threads, places, and the way in. */
@Tag("proof")
@Story
class ConsoleAbuseIT {

    private static final String PASSWORD = ConsoleSystem.PASSWORD;
    private static final String PHRASE = "quatre mots à suivre";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** On a machine that builds beside; who is starved waits for the end of a form. */
    private static final Duration UNDER_ATTACK = AT_ONCE.multipliedBy(3);

    /** How long a form may take: {@code server.tomcat.connection-timeout}. */
    private static final Duration FORM = Duration.ofSeconds(10);

    private static final String LIVENESS = "/actuator/health/liveness";

    @AutoClose
    private Deployment system;

    @AutoClose
    private ConsoleProgram console;

    private Visitor admin;

    @AutoClose
    private Connections connections;

    @BeforeAll
    void startIt() {
        system = Deployments.fresh("abuse");
        console = ConsoleProgram.supervised(system.properties(), PASSWORD);
        admin = Visitor.signedIn(console.home(), ConsoleSystem.ADMIN, PASSWORD);
        connections = new Connections(console.home());
    }

    @Test
    void forgetsAnAddressThatIsTooLongToBeKept() {
        var kept = visitor().get("/salles?q=laon", "Accept", "text/html");
        var left = visitor().get("/salles?q=" + "x".repeat(3_000), "Accept", "text/html");

        assertThat(sets(kept, "REDIRECT_URI=")).isTrue();
        assertThat(sets(left, "REDIRECT_URI=")).isFalse();
    }

    @Test
    void looksAtNoMoreThanEightOfTwoHundredPasswordsAtOnce() throws Exception {
        Connections.together(50, 200, n -> api("admin", "faux-" + n));

        assertThat(api("admin", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(Visitor.header(admin.signIn(ConsoleSystem.ADMIN, PASSWORD), "location"))
                .as("from a browser that came in before")
                .doesNotContain("/connexion");
    }

    @Test
    void answersOthersWhileThreeHundredSendTheirFormsSlowly() throws Exception {
        connections.slow(300);

        Thread.sleep(AT_ONCE);
        var took = visitor().took("/favicon.svg");
        int comptes = admin.status("/comptes");
        connections.close();

        assertThat(took).isLessThan(UNDER_ATTACK);
        assertThat(comptes).isEqualTo(200);
    }

    @Test
    void endsAFormThatComesByteByByte() throws Exception {
        var socket = connections.form();
        long begun = System.nanoTime();
        var writer = Thread.ofVirtual().start(() -> Connections.dribble(socket, 'u', Duration.ofMillis(200)));

        int answer = socket.getInputStream().read();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        socket.close();
        writer.join();

        assertThat(answer).as("first byte of an answer, or the end").isIn(-1, (int) 'H');
        assertThat(took).isBetween(FORM.minus(AT_ONCE), FORM.plus(UNDER_ATTACK));
    }

    /** No address takes all places: the others are answered at once, and who monitors it too. */
    @Test
    void tellsThatItLivesWhileAllTheConnectionsOfAnAddressAreTaken() {
        connections.idle(1_050);

        var took = new Visitor(console.supervision()).took(LIVENESS);
        int other = elsewhere();
        connections.close();

        assertThat(took).isLessThan(UNDER_ATTACK);
        assertThat(other).isEqualTo(200);
    }

    @Test
    void answersOthersWhileElevenHundredSendTheirHeadsByteByByte() {
        connections.heads(1_100);

        long before = System.nanoTime();
        int other = elsewhere();
        int neighbour = visitor().status("/connexion");
        var took = Duration.ofNanos(System.nanoTime() - before);
        connections.close();

        assertThat(List.of(other, neighbour)).containsOnly(200);
        assertThat(took).isLessThan(UNDER_ATTACK);
    }

    /** The status of what another address is answered. */
    private int elsewhere() {
        try (var others = new Connections(console.home(), "127.0.0.2")) {
            return others.status("GET /connexion HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
    }

    @Test
    void believesNobodyWhoSaysThatHeAsksForAnother() {
        var answer = visitor().get("/connexion", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7");

        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void answersNothingUnderAnotherName() {
        assertThat(connections.status("GET /connexion HTTP/1.1\r\nHost: ailleurs.example\r\n\r\n"))
                .isEqualTo(400);
        assertThat(connections.status("GET /connexion HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .isEqualTo(200);
    }

    @Test
    void refusesAParameterThatIsTooLong() {
        assertThat(admin.status("/salles?q=" + "x".repeat(7_000))).isEqualTo(400);
    }

    @Test
    void leavesPlacesOfTheStreamToOthers() {
        var reader = Visitor.opened(console.home(), admin, "suiveur", PHRASE);
        for (int i = 0; i < 3; i++) {
            assertThat(connections.follow(reader)).isEqualTo(200);
        }

        assertThat(connections.follow(reader)).isEqualTo(503);
        assertThat(connections.follow(admin)).isEqualTo(200);

        reader.post("/deconnexion", Map.of());
        var again = Visitor.signedIn(console.home(), "suiveur", PHRASE);
        Waiting.until(() -> connections.follow(again) == 200);
    }

    private HttpResponse<String> api(String login, String password) {
        return visitor().get("/api/v1/runs", "Authorization", Visitor.basic(login, password));
    }

    private Visitor visitor() {
        return new Visitor(console.home());
    }

    private static boolean sets(HttpResponse<String> answer, String cookie) {
        return answer.headers().allValues("Set-Cookie").stream().anyMatch(set -> set.startsWith(cookie));
    }

    /** Connections to the console, byte by byte, that stay open until all are let go. */
    static final class Connections implements AutoCloseable {

        private static final String FORM = "POST /connexion HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n";

        /** Milliseconds after which an answer that does not come is a fault. */
        private static final int PATIENCE = 120_000;

        private final URI home;
        private final InetAddress from;
        private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

        Connections(URI home) {
            this(home, "127.0.0.1");
        }

        /** Those of another address of this machine. */
        Connections(URI home, String from) {
            this.home = home;
            this.from = PrivateFiles.unchecked(() -> InetAddress.getByName(from));
        }

        /** So many that say nothing. */
        void idle(int many) {
            for (int i = 0; i < many; i++) {
                opened();
            }
        }

        /** So many that send the head of a request a byte each two seconds and a half, until they are ended. */
        void heads(int many) {
            for (int i = 0; i < many; i++) {
                var socket = opened();
                Thread.ofVirtual().start(() -> dribble(socket, 'G', Duration.ofMillis(2_500)));
            }
        }

        /** Sends a byte again and again, until whoever reads, or the test, ends the connection. */
        static void dribble(Socket socket, char each, Duration between) {
            try {
                while (true) {
                    socket.getOutputStream().write(each);
                    Thread.sleep(between);
                }
            } catch (IOException | InterruptedException ended) {
                // As it must.
            }
        }

        /** So many that begin to send a form, and stop. */
        void slow(int many) {
            for (int i = 0; i < many; i++) {
                send(form(), "u");
            }
        }

        /** One on which a form may be sent. */
        Socket form() {
            var socket = opened();
            send(socket, FORM);
            return socket;
        }

        /** Follows the stream as somebody does; the status. */
        int follow(Visitor visitor) {
            return status("GET /flux/suivre HTTP/1.1\r\nHost: localhost\r\nCookie: passerelle=" + visitor.session()
                    + "\r\n\r\n");
        }

        int status(String request) {
            var socket = opened();
            send(socket, request);
            var line = PrivateFiles.unchecked(() -> socket.getInputStream().readNBytes(12));
            return Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(9));
        }

        /** What is asked, by its number. */
        interface Ask<T> {

            T by(int number) throws Exception;
        }

        /** The answers to so many requests, so many of them at once. */
        static <T> List<T> together(int atOnce, int all, Ask<T> ask) throws InterruptedException, ExecutionException {
            try (var pool = Executors.newFixedThreadPool(atOnce)) {
                List<Callable<T>> work = IntStream.range(0, all)
                        .<Callable<T>>mapToObj(n -> () -> ask.by(n))
                        .toList();
                List<T> answers = new ArrayList<>();
                for (Future<T> answer : pool.invokeAll(work)) {
                    answers.add(answer.get());
                }
                return answers;
            }
        }

        @Override
        public void close() {
            for (var socket = open.poll(); socket != null; socket = open.poll()) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private Socket opened() {
            return PrivateFiles.unchecked(() -> {
                var socket = new Socket(home.getHost(), home.getPort(), from, 0);
                open.add(socket);
                socket.setSoTimeout(PATIENCE);
                return socket;
            });
        }

        private static void send(Socket socket, String text) {
            PrivateFiles.unchecked(() -> {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                return socket;
            });
        }
    }
}
