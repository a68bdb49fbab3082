package fr.passerelle.proof;

import static fr.passerelle.proof.Visitor.header;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import fr.passerelle.console.security.Route;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** What keeps the console closed: the table role × route whole, sign-in, sessions, forms, headers, and what is left of an account that was changed. */
class ConsoleSecurityIT extends WithConsole.OnConsole {

    @Test
    void refusesAFormWithoutItsToken() {
        var admin = console.as(Role.ADMINISTRATEUR);
        var form = Map.of("login", "sans-jeton", "role", "LECTEUR");

        assertThat(admin.submit("/comptes", "", form).statusCode()).isEqualTo(403);
        assertThat(admin.submit("/comptes", "faux", form).statusCode()).isEqualTo(403);
        assertThat(console.nobody()
                        .submit("/connexion", "", Map.of("username", "admin"))
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(count("account where login = 'sans-jeton'")).isZero();
    }

    @Test
    void closesEveryPageToWhatIsElsewhere() {
        for (var answer : new HttpResponse<?>[] {
            console.nobody().get("/connexion"),
            console.as(Role.LECTEUR).get("/"),
            console.as(Role.LECTEUR).get("/comptes"),
            console.as(Role.LECTEUR).get("/salles/rien"),
            console.as(Role.LECTEUR).get("/api/v1/runs")
        }) {
            var headers = answer.headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe", "*", "http:");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void keepsItsCookieFromScriptsAndUnderTlsFromPlainConnections() {
        var plain = signIn();
        var tls = signIn("X-Forwarded-Proto", "https");

        for (String name : List.of("passerelle=", "passerelle-appareil=", "passerelle-formulaire=")) {
            assertThat(cookie(plain, name)).contains("HttpOnly", "SameSite=").doesNotContain("Secure");
            assertThat(cookie(tls, name)).contains("HttpOnly", "SameSite=", "Secure");
        }
        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(header(tls, "Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void givesAnotherSessionToWhoSignsIn() {
        var visitor = console.nobody();
        visitor.get("/connexion");
        assertThat(visitor.session()).as("nobody has one").isEmpty();

        visitor.signIn(console.login(Role.LECTEUR), console.password(Role.LECTEUR));
        var first = visitor.session();
        visitor.signIn(console.login(Role.LECTEUR), console.password(Role.LECTEUR));

        assertThat(first).isNotEmpty();
        assertThat(visitor.session()).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void takesEightWrongPasswordsForAnAccountAndThenNotEvenTheRightOne() {
        var password = console.opened("essais", Role.LECTEUR);
        var id = console.idOf("essais");

        for (int i = 0; i < 8; i++) {
            console.nobody().signIn("essais", "faux-" + i, "X-Forwarded-For", "203.0.113." + i);
        }
        var refused = console.nobody().signIn("essais", password, "X-Forwarded-For", "203.0.113.99");
        var api = console.nobody().get("/api/v1/runs", "Authorization", Visitor.basic("essais", password));

        assertThat(header(refused, "location")).endsWith("/connexion?error");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(count("audit where action = 'LOGIN' and outcome = 'REFUSED'" + " and account_id = '" + id + "'"))
                .as("what comes after too many is counted")
                .isEqualTo(8);
    }

    @Test
    void takesFortyWrongPasswordsFromAnAddressWhateverTheAccount() {
        for (int i = 0; i < 40; i++) {
            console.nobody()
                    .get(
                            "/api/v1/runs",
                            "Authorization",
                            Visitor.basic("personne-" + i, "faux"),
                            "X-Forwarded-For",
                            "198.51.100.7");
        }
        var right = Visitor.basic(console.login(Role.LECTEUR), console.password(Role.LECTEUR));

        assertThat(console.nobody().status("/api/v1/runs", "Authorization", right, "X-Forwarded-For", "198.51.100.7"))
                .isEqualTo(401);
        assertThat(console.nobody().status("/api/v1/runs", "Authorization", right, "X-Forwarded-For", "198.51.100.8"))
                .isEqualTo(200);
    }

    @Test
    void auditsWhoCameInAndWhoCouldNotByIdentifierOnly() {
        var lines = "audit where account_id = 'inconnu'";
        var before = count(lines);
        var counted = console.system().number("select coalesce(sum(refusals), 0) from passerelle.audit_refusal");

        console.nobody().signIn("mon-mot-de-passe-tapé-ici", "faux", "X-Forwarded-For", "203.0.113.50");
        Visitor.signedIn(console.home(), console.login(Role.LECTEUR), console.password(Role.LECTEUR));

        assertThat(count(lines)).as("strangers are not listed").isEqualTo(before);
        assertThat(console.system().number("select coalesce(sum(refusals), 0) from passerelle.audit_refusal"))
                .isGreaterThan(counted);
        assertThat(count("audit where action = 'LOGIN' and outcome = 'DONE'" + " and account_id = '"
                        + console.idOf(console.login(Role.LECTEUR)) + "'"))
                .isPositive();
        assertThat(count("audit where to_jsonb(audit)::text ~ 'mot-de-passe|compte-'"))
                .isZero();
    }

    @Test
    void writesDownWhoReadsAndTakesAwayWhatIsNotPublic() {
        var id = console.idOf(console.login(Role.ANALYSTE));
        var analyst = console.as(Role.ANALYSTE);

        analyst.get("/api/v1/rooms");
        analyst.get("/api/v1/decisions");
        analyst.get("/executions/N-000001/rejets/csv");

        assertThat(console.system()
                        .text("select string_agg(distinct action || ' ' || subject, ', ' order by action || ' ' ||"
                                + " subject) from passerelle.audit where action in ('API_READ', 'EXPORTED') and"
                                + " account_id = '"
                                + id + "'"))
                .contains("API_READ decisions", "API_READ rooms", "EXPORTED rejets N-000001");
    }

    @Test
    void findsWhatWasDoneByWhomWhenAndHowItEnded() {
        var admin = console.as(Role.ADMINISTRATEUR);
        console.opened("cherche", Role.LECTEUR);
        var own = console.idOf(ConsoleSystem.ADMIN);
        var cell = "<td class=\"coupable\">cherche</td>";
        var created = "/comptes/registre?compte=" + own + "&geste=ACCOUNT_CREATED&issue=DONE&depuis=2017-01-01";

        assertThat(admin.get(created).body()).contains(cell);
        assertThat(admin.get(created + "&jusque=2017-01-02").body()).doesNotContain(cell);
        assertThat(admin.status("/comptes/registre?page=2&geste=")).isEqualTo(200);
        assertThat(admin.status("/comptes/registre?depuis=hier")).isEqualTo(400);
        assertThat(admin.get(created.replace("registre?", "registre/csv?")).body())
                .startsWith("\uFEFFrang;moment;compte;geste;sur;issue;motif")
                .contains("ACCOUNT_CREATED;" + console.idOf("cherche"))
                .doesNotContain("LOGIN");
        assertThat(console.as(Role.OPERATEUR).status("/comptes/registre")).isEqualTo(403);
        assertThat(console.as(Role.OPERATEUR).status("/comptes/registre/csv")).isEqualTo(403);
    }

    @Test
    void endsTheSessionsOfAnAccountThatIsChanged() {
        var password = console.opened("change", Role.LECTEUR);
        var id = console.idOf("change");
        var admin = console.as(Role.ADMINISTRATEUR);

        var first = Visitor.signedIn(console.home(), "change", password);
        assertThat(first.status("/intercommunalites")).isEqualTo(200);
        admin.fill("/comptes/" + id + "/role", Map.of("role", "ANALYSTE"));
        assertThat(first.status("/intercommunalites")).isEqualTo(302);

        var second = Visitor.signedIn(console.home(), "change", password);
        admin.fill("/comptes/" + id + "/acces", Map.of("active", "false"));
        assertThat(second.status("/intercommunalites")).isEqualTo(302);
        assertThat(header(console.nobody().signIn("change", password), "location"))
                .endsWith("/connexion?error");

        admin.fill("/comptes/" + id + "/acces", Map.of("active", "true"));
        var renewed = ConsoleSystem.drawn(
                admin.fill("/comptes/" + id + "/mot-de-passe", Map.of()).body());
        var third = Visitor.signedIn(console.home(), "change", console.settled("change", renewed));
        admin.fill("/comptes/" + id + "/effacement", Map.of());
        assertThat(third.status("/intercommunalites")).isEqualTo(302);
        assertThat(count("account where account_id = '" + id + "'")).isZero();
        assertThat(count("audit where subject = '" + id + "' and action like 'ACCOUNT_%'"))
                .isEqualTo(6);
    }

    @Test
    void showsADrawnPasswordOnceAndWritesNoneIntoItsLog() {
        console.drawnFor("une-fois", Role.LECTEUR);

        assertThat(console.as(Role.ADMINISTRATEUR).get("/comptes").body()).doesNotContain("class=\"mot-de-passe\"");

        assertThat(console.console().log()).doesNotContain(console.password(Role.LECTEUR), ConsoleSystem.PASSWORD);
    }

    @Test
    void letsEverybodyChooseAPasswordThatIsLongEnough() {
        var drawn = console.drawnFor("choisit", Role.LECTEUR);
        var own = Visitor.signedIn(console.home(), "choisit", drawn);

        assertThat(told(own, chosen("faux", "x".repeat(12)))).contains("mot de passe actuel n’est pas");
        assertThat(told(own, chosen(drawn, "court"))).contains("au moins 12 caractères, et au plus");
        assertThat(told(own, chosen(drawn, "azertyuiop12"))).contains("se devine trop vite");
        assertThat(told(own, chosen(drawn, "é".repeat(37)))).contains("au plus 72 octets");
        var done = own.post("/compte/mot-de-passe", chosen(drawn, "une phrase à moi"));

        assertThat(header(done, "location")).endsWith("/connexion?change");
        assertThat(own.status("/compte")).isEqualTo(302);
        assertThat(Visitor.signedIn(console.home(), "choisit", "une phrase à moi")
                        .status("/compte"))
                .isEqualTo(200);
    }

    @Test
    void opensNothingElseUntilAPasswordThatWasDrawnIsChanged() {
        var drawn = console.drawnFor("entrante", Role.ANALYSTE);
        var own = Visitor.signedIn(console.home(), "entrante", drawn);

        assertThat(own.get("/intercommunalites").headers().firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/compte"));
        assertThat(own.get("/compte").body()).contains("choisi par un autre");
        assertThat(own.post("/decisions", Map.of()).statusCode()).isEqualTo(302);
        assertThat(own.status("/api/v1/runs")).isEqualTo(403);
        var basic = console.nobody().get("/api/v1/runs", "Authorization", Visitor.basic("entrante", drawn));
        assertThat(basic.statusCode()).isEqualTo(403);
        assertThat(basic.body()).contains("mot de passe");

        assertThat(told(own, chosen(drawn, drawn))).contains("déjà votre mot de passe");
        own.post("/compte/mot-de-passe", chosen(drawn, "une phrase à moi"));
        assertThat(Visitor.signedIn(console.home(), "entrante", "une phrase à moi")
                        .status("/intercommunalites"))
                .isEqualTo(200);
    }

    @Test
    void keepsOneAdministrator() {
        var admin = console.as(Role.ADMINISTRATEUR);
        var id = console.idOf(ConsoleSystem.ADMIN);

        assertThat(admin.fill("/comptes/" + id + "/role", Map.of("role", "LECTEUR"))
                        .body())
                .contains("dernier administrateur");
        assertThat(admin.fill("/comptes/" + id + "/acces", Map.of("active", "false"))
                        .body())
                .contains("dernier administrateur");
        assertThat(admin.fill("/comptes/" + id + "/effacement", Map.of()).body())
                .contains("dernier administrateur");

        assertThat(admin.status("/comptes")).isEqualTo(200);
    }

    @Test
    void refusesALoginThatIsMalformedOrTaken() {
        var admin = console.as(Role.ADMINISTRATEUR);

        assertThat(admin.fill("/comptes", Map.of("login", "<script>", "role", "LECTEUR"))
                        .body())
                .contains("nom de compte ne convient pas");
        assertThat(admin.fill("/comptes", Map.of("login", " ADMIN ", "role", "LECTEUR"))
                        .body())
                .contains("déjà pris");
        assertThat(admin.post("/comptes", Map.of("login", "sans-role", "role", "ROI"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsOnlyWhetherItLivesAndRefusesAMethodThatNothingTakes() {
        var health = console.nobody().get("/actuator/health");

        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("details", "db", "PostgreSQL");
        assertThat(console.nobody().get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(console.nobody().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(console.as(Role.ADMINISTRATEUR).status("/actuator/beans")).isEqualTo(404);

        assertThat(console.as(Role.ADMINISTRATEUR).status("/comptes/rien/role")).isEqualTo(405);
        assertThat(console.as(Role.LECTEUR)
                        .ask("PROPFIND", "/", BodyPublishers.noBody())
                        .statusCode())
                .isLessThan(500)
                .isGreaterThanOrEqualTo(400);
    }

    /** What the page of one's account says of another password. */
    private static String told(Visitor own, Map<String, String> chosen) {
        return own.fill("/compte/mot-de-passe", chosen).body();
    }

    private static Map<String, String> chosen(String present, String chosen) {
        return Map.of("present", present, "chosen", chosen, "again", chosen);
    }

    private HttpResponse<String> signIn(String... headers) {
        return console.nobody().signIn(console.login(Role.LECTEUR), console.password(Role.LECTEUR), headers);
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name))
                .findFirst()
                .orElse("");
    }

    static Stream<Route> routes() {
        return Route.all().stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void letsInWhoMayAndNobodyElse(Route route) {
        var path = sample(route);
        var least = leastRole(route.method(), path);

        for (Role role : Role.values()) {
            var answer = ask(console.as(role), route, path);
            if (role.compareTo(least) >= 0) {
                assertThat(answer.statusCode())
                        .as(role + " " + route)
                        .isNotIn(401, 403)
                        .isLessThan(500);
                assertThat(header(answer, "location")).as(role + " " + route).doesNotContain("/connexion");
            } else {
                assertThat(answer.statusCode()).as(role + " " + route).isEqualTo(403);
            }
        }
        assertRefusedToNobody(ask(console.nobody(), route, path), path);
    }

    @Test
    void refusesToEveryRoleWhatIsInNoLineAndSendsNobodyToTheSignInPage() {
        for (Role role : Role.values()) {
            for (String path : new String[] {
                "/inconnu", "/actuator", "/actuator/env", "/actuator/info",
                "/error", "/h2-console", "/swagger-ui.html", "/v3/api-docs"
            }) {
                assertThat(console.as(role).status(path)).as(role + " " + path).isEqualTo(404);
            }
            for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS")) {
                assertThat(console.as(role)
                                .ask(method, "/salles", BodyPublishers.noBody())
                                .statusCode())
                        .as(role + " " + method)
                        .isIn(403, 405);
            }
        }

        assertRefusedToNobody(console.nobody().get("/inconnu"), "/inconnu");
    }

    private static HttpResponse<String> ask(Visitor visitor, Route route, String path) {
        return route.method() == HttpMethod.POST
                ? visitor.post(path, Map.of())
                : visitor.ask(route.method().name(), path, BodyPublishers.noBody());
    }

    private static void assertRefusedToNobody(HttpResponse<String> answer, String path) {
        if (path.startsWith("/api")) {
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
        } else {
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(header(answer, "location")).as(path).endsWith("/connexion");
        }
    }

    /** An address that fits a line, of something that is not there: nothing is done by asking. */
    private static String sample(Route route) {
        return route.pattern().replace("/**", "/rien").replace("*", "rien");
    }

    /** The first line that fits decides. */
    private static Role leastRole(HttpMethod method, String path) {
        return Route.all().stream()
                .filter(route -> route.method().equals(method))
                .filter(route ->
                        PathPatternParser.defaultInstance.parse(route.pattern()).matches(PathContainer.parsePath(path)))
                .map(Route::role)
                .findFirst()
                .orElseThrow();
    }
}
