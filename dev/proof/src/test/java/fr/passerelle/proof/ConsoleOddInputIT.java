package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import fr.passerelle.local.process.PrivateFiles;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is typed or sent, nothing ends in a fault, a stack trace, or a page that names its software. */
class ConsoleOddInputIT extends WithConsole.OnConsole {

    private static final List<String> PAGES = List.of(
            ("/ /intercommunalites /salles /budget /tournees /suivi /regles /executions /rejeux /decisions /donnees"
                            + " /donnees/etapes /flux")
                    .split(" "));
    private static final List<String> PARAMETERS = List.of(
            "q", "page", "tri", "epci", "salle", "annee", "bareme", "etat", "plan", "semaine", "animateur", "jour");

    @Test
    void answersWhateverIsTypedIntoAnAddress() {
        for (String odd : Crowd.NastyTexts.all()) {
            for (String page : PAGES) {
                plain(page.replaceFirst("^/$", "") + "/" + Visitor.encoded(odd).replace("+", "%20"));
            }
        }
    }

    @Test
    void answersWhateverIsTypedIntoASearch() {
        for (String odd : Crowd.NastyTexts.all()) {
            var query = "?"
                    + String.join(
                            "&",
                            PARAMETERS.stream()
                                    .map(p -> p + "=" + Visitor.encoded(odd))
                                    .toList());
            for (String page : PAGES) {
                plain(page + query);
            }
        }
    }

    @Test
    void answersWhateverIsTypedIntoAForm() {
        // Of its own account: so many wrong passwords keep an account out for a while.
        var typist = Visitor.signedIn(console.home(), "saisies", console.opened("saisies", Role.LECTEUR));
        for (String odd : Crowd.NastyTexts.all()) {
            var form = new HashMap<String, String>();
            List.of("login role present chosen again username password act motive reason bareme".split(" "))
                    .forEach(field -> form.put(field, odd));
            for (String path : List.of("/comptes", "/decisions", "/rejeux")) {
                var answer = console.as(Role.ADMINISTRATEUR).fill(path, form);
                assertPlain(path + " " + odd, answer.statusCode(), answer.body());
            }
            var own = typist.fill("/compte/mot-de-passe", form);
            assertPlain("/compte/mot-de-passe " + odd, own.statusCode(), own.body());
            var answer = console.nobody().signIn(odd, odd, "X-Forwarded-For", "203.0.113.77");
            assertPlain("/connexion " + odd, answer.statusCode(), answer.body());
        }
    }

    @Test
    void answersWhateverBytesMakeAnAddress() {
        for (String path : new String[] {
            "/salles/%00", "/salles/%ff%fe", "/salles/%c0%ae",
            "/salles?q=%ff%fe%80", "/salles?q=%00", "/salles?q=%",
            "/salles?q=%zz", "/salles/..%2f..%2fetc%2fpasswd", "/css/../../application.properties",
            "/css/..%2f..%2fapplication.properties", "/css/%2e%2e/%2e%2e/application.properties", "//salles",
            "/webjars/../application.properties", "/salles;a=b", "/salles/%5c..%5c",
            "/css/inconnu.css", "/js/", "/salles/" + "a".repeat(4000),
            "/webjars/inconnu/x.js", "/é", "/salles?q=" + "a".repeat(100_000),
            "/<script>", "/salles?q=<script>", "/salles?" + "a=b&".repeat(1500),
            "/\u0001", "/{a}", "/|"
        }) {
            var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 [234].*");
            assertPlain(path, 0, answer);
        }
    }

    @Test
    void answersWhatIsNoRequest() {
        for (String request : List.of(
                "GARBAGE\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(70_000) + "\r\n\r\n",
                "POST /connexion HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n")) {
            assertPlain(request.substring(0, Math.min(request.length(), 40)), 0, raw(request));
        }
    }

    @Test
    void refusesAPasswordAndALoginOfAHundredKilobytes() {
        var big = "a".repeat(100_000);

        assertThat(console.nobody()
                        .signIn(big, big, "X-Forwarded-For", "203.0.113.78")
                        .statusCode())
                .isEqualTo(413);
        var answer = console.as(Role.LECTEUR)
                .post("/compte/mot-de-passe", Map.of("present", big, "chosen", big, "again", big));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void saysInOurWordsThatSomethingIsNotThere() {
        var page = console.as(Role.LECTEUR).get("/salles/rien");
        var asset = console.nobody().get("/css/inconnu.css");
        var refused = console.as(Role.LECTEUR).get("/comptes");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Cette page n’existe pas", "passerelle", "Revenir à l’accueil");
        assertThat(asset.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("Ce compte ne peut pas faire cela");
    }

    private void plain(String path) {
        var answer = console.as(Role.ADMINISTRATEUR).get(path);
        assertPlain(path, answer.statusCode(), answer.body());
    }

    private static void assertPlain(String what, int status, String body) {
        assertThat(status).as(what).isLessThan(500);
        assertThat(body)
                .as(what)
                .doesNotContain(
                        "Whitelabel",
                        "Exception",
                        "at org.",
                        "at java.",
                        "Apache Tomcat",
                        "HTTP Status",
                        "org.springframework");
    }

    /** Sends bytes as they are. */
    private String raw(String request) {
        URI home = console.home();
        return PrivateFiles.unchecked(() -> {
            try (var socket = new Socket(home.getHost(), home.getPort())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }
}
