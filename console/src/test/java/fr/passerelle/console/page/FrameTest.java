package fr.passerelle.console.page;

import static fr.passerelle.console.map.PlanExamples.epci;
import static fr.passerelle.console.map.PlanExamples.inventoried;
import static fr.passerelle.console.map.PlanExamples.published;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.page.PageConfiguration.BodyDeadline;
import fr.passerelle.console.page.PageConfiguration.PromptProtocol;
import fr.passerelle.console.page.Paths.KnownPages;
import fr.passerelle.console.security.Role;
import fr.passerelle.rules.explanation.BarePlan;
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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** What is around each page, and the pages that show no result: help, signing in, texts; and where a name leads. */
class FrameTest {

    private static final String CURRENT = "href=\"/%s\" aria-current=\"page\"";

    @Test
    void saysWhichEntryOfTheMenuOneIsIn() throws Exception {
        assertThat(framed("comptes"))
                .contains(CURRENT.formatted("comptes"))
                .doesNotContain(CURRENT.formatted("salles"));
        assertThat(framed("salles")).contains(CURRENT.formatted("salles")).doesNotContain(CURRENT.formatted("comptes"));
    }

    @Test
    void leadsOnWithoutAScriptToAtMostEightEntries() throws Exception {
        assertThat(framed("salles"))
                .contains("<details class=\"menu-etroit\">", "<details class=\"menu-exploitation\">", "/rejeux")
                .doesNotContain("navbar-toggler", "bootstrap.bundle");
        assertThat(Templates.show("run/premiere", "LECTEUR", Map.of("section", "salles")))
                .contains("href=\"/decisions\"")
                .doesNotContain("menu-exploitation", "href=\"/flux\"");
    }

    private static String framed(String section) throws Exception {
        return Templates.show("run/premiere", "ADMINISTRATEUR", Map.of("section", section));
    }

    private final Map<String, Object> nothingPublished = Map.of("section", "aide", "reconstitution", false);

    @Test
    void leadsToEachPageIsReachedFromItAndExplainsEachMarkAndRole() throws Exception {
        String page = Templates.show("page/aide", "LECTEUR", nothingPublished);

        assertThat(Stream.of("intercommunalites", "salles", "budget", "regles", "executions", "rejeux", "decisions"))
                .allSatisfy(section -> assertThat(page).contains("<td><a href=\"/" + section + "\""));
        assertThat(Mark.values()).allSatisfy(mark -> assertThat(page).contains("etat-" + mark.css()));
        assertThat(page.split("<th scope=\"row\">", -1)).hasSize(Role.values().length + 1);
        assertThat(page).contains("CARCT");

        assertThat(Templates.show("run/premiere", "LECTEUR", nothingPublished)).contains("href=\"/aide\"");
    }

    @Test
    void saysThatTheSessionHadEndedAndWhatToDo() throws Exception {
        assertThat(Templates.signIn("expiree")).contains("Votre session était finie", "puis recommencez");
        assertThat(Templates.signIn("fin")).doesNotContain("Votre session était finie");
    }

    private static final String BLOCKS =
            "page/document :: blocs(nom='t',blocks=${blocks},texte='dit',legende='visually-hidden',cellule='nombre')";

    @Test
    void showsEachKindOfBlock() throws Exception {
        assertThat(blocks(
                        new DocumentBlock("titre", "Portée", List.of(), List.of()),
                        new DocumentBlock("paragraphe", "Une phrase.", List.of(), List.of()),
                        new DocumentBlock("liste", "", List.of(), List.of(List.of("Un point"))),
                        new DocumentBlock("table", "Aide", List.of("Ligne", "Aide"), List.of(List.of("Étude", "1 €")))))
                .contains(
                        "<h2>Portée</h2>",
                        "<p class=\"dit\">Une phrase.</p>",
                        "<li>Un point</li>",
                        "aria-labelledby=\"t-4\"",
                        "<caption id=\"t-4\" class=\"visually-hidden\">Aide</caption>",
                        "<th scope=\"row\">Étude</th>",
                        "<td class=\"nombre\">1 €</td>");
    }

    @Test
    void showsNoHeaderThatSaysNothing() throws Exception {
        assertThat(blocks(new DocumentBlock("table", "Aide", List.of("", ""), List.of(List.of("Étude", "1 €")))))
                .doesNotContain("<thead>");
    }

    private static String blocks(DocumentBlock... blocks) throws Exception {
        return Templates.show(BLOCKS, "LECTEUR", Map.of("blocks", List.of(blocks)));
    }

    private final KnownPages pages = new KnownPages(published(
            List.of(BarePlan.of("200000001").build()),
            List.of(),
            List.of(inventoried("R 1").build()),
            epci("200000002")));

    @Test
    void leadsToWhatIsPublishedAndNamesTheRestWithoutALink() throws Exception {
        assertThat(pages.of("200000001")).isEqualTo("/intercommunalites/200000001");
        assertThat(pages.of("R 1")).isEqualTo("/salles/R%201");
        assertThat(pages.of("200000002")).isNull();
        assertThat(pages.of("R-9")).isNull();
        assertThat(named("200000001")).contains("<a href=\"/intercommunalites/200000001\">Nom</a>");
        assertThat(named("R-9")).contains("Nom").doesNotContain("<a");
    }

    private String named(String id) throws Exception {
        String view = "replay/differences :: nomme(chemin=${connues.of('%s')},nom='Nom')".formatted(id);
        return Templates.show(view, "LECTEUR", Map.of("connues", pages));
    }

    private static final String NAME = "CC des Villes Soeurs d'Halatte & de l'Oise";

    @Test
    void printsNamesAsFrenchIsPrintedButInFieldsCodeAndScripts() {
        assertThat(typeset("<p title=\"x\">Voir <b th:text=\"${nom}\">nom</b></p>"))
                .isEqualTo("<p title=\"x\">Voir <b>CC des Villes Sœurs d’Halatte &amp; de l’Oise</b></p>");
        assertThat(typeset("<p>[[${nom}]] : 3 'essais'</p>"))
                .isEqualTo("<p>CC des Villes Sœurs d’Halatte &amp; de l’Oise : 3 'essais'</p>");
        assertThat(typeset("<input th:value=\"${nom}\"/>")).contains("d&#39;Halatte");
        assertThat(typeset("<pre><b th:text=\"${nom}\">n</b></pre>")).contains("Soeurs d&#39;Halatte");
        assertThat(typeset("<code th:text=\"${nom}\">n</code>")).contains("d&#39;Halatte");
        assertThat(typeset("<script>const l'x;</script>")).contains("l'x");
    }

    private static String typeset(String template) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new Typography());
        return engine.process(template, new Context(null, Map.of("nom", NAME)));
    }

    private static final List<Integer> SEVEN =
            IntStream.rangeClosed(1, 7).boxed().toList();

    @Test
    void cutsAListIntoPagesAndShowsTheLastWhereThereAreFewer() {
        assertThat(Slice.of(SEVEN, 1, 3).items()).containsExactly(1, 2, 3);
        assertThat(Slice.of(SEVEN, 3, 3)).isEqualTo(new Slice<>(List.of(7), 3, 3, 7));
        assertThat(Slice.of(SEVEN, 99, 3).page()).isEqualTo(3);
        assertThat(Slice.of(List.of(), 5, 3)).isEqualTo(new Slice<>(List.of(), 1, 1, 0));
    }

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
        var context = server.addContext("", null);
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

    /** Once it has loaded what answers: a connection that it works for at that moment gives no place, and then all were. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2"})
    void answersAtOnceWhateverOneAddressHolds(String visitor) throws Exception {
        assertThat(answers(from(visitor), ASKED)).containsExactly(200);
        for (int i = 0; i < PLACES + 5; i++) {
            dribble(from("127.0.0.1"), "G");
        }

        long before = System.nanoTime();
        assertThat(answers(from(visitor), ASKED)).containsExactly(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
    }

    /** Both come in one piece; a server that was busy before it reads what was there, or finds that nothing is, holds it against nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nContent-Length: 5\r\nHost: localhost\r\n\r\nhello",
                "POST /?late HTTP/1.1\r\nContent-Length: 5\r\nHost: localhost\r\n\r\nhello",
                "GET /?late HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void answersTheRequestBehindTheFirst(String first) throws Exception {
        assertThat(answers(from("127.0.0.1"), first + ASKED)).containsExactly(200, 200);
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
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if ("late".equals(request.getQueryString())) {
                LockSupport.parkNanos(PATIENCE.plusSeconds(1).toNanos());
                if (request.getContentLength() > 0) {
                    request.getInputStream().readAllBytes();
                }
            }
            response.setStatus(HttpServletResponse.SC_OK);
        }
    }
}
