package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps the console closed: sign-in, sessions, forms, headers, and what is left of an account that was changed. */
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
        assertThat(count("select count(*) from passerelle.account where login = 'sans-jeton'"))
                .isZero();
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
        assertThat(tls.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000");
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

        assertThat(refused.headers().firstValue("location").orElse("")).endsWith("/connexion?error");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(count("select count(*) from passerelle.audit where action = 'LOGIN' and outcome = 'REFUSED'"
                        + " and account_id = '" + id + "'"))
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

        assertThat(console.nobody()
                        .get("/api/v1/runs", "Authorization", right, "X-Forwarded-For", "198.51.100.7")
                        .statusCode())
                .isEqualTo(401);
        assertThat(console.nobody()
                        .get("/api/v1/runs", "Authorization", right, "X-Forwarded-For", "198.51.100.8")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void auditsWhoCameInAndWhoCouldNotByIdentifierOnly() {
        var lines = "select count(*) from passerelle.audit where account_id = 'inconnu'";
        var before = count(lines);
        var counted = count("select coalesce(sum(refusals), 0) from passerelle.audit_refusal");

        console.nobody().signIn("mon-mot-de-passe-tapé-ici", "faux", "X-Forwarded-For", "203.0.113.50");
        Visitor.signedIn(console.home(), console.login(Role.LECTEUR), console.password(Role.LECTEUR));

        assertThat(count(lines)).as("strangers are not listed").isEqualTo(before);
        assertThat(count("select coalesce(sum(refusals), 0) from passerelle.audit_refusal"))
                .isGreaterThan(counted);
        assertThat(count("select count(*) from passerelle.audit where action = 'LOGIN' and outcome = 'DONE'"
                        + " and account_id = '" + console.idOf(console.login(Role.LECTEUR)) + "'"))
                .isPositive();
        assertThat(count("select count(*) from passerelle.audit where to_jsonb(audit)::text ~ 'mot-de-passe|compte-'"))
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
        assertThat(admin.get("/comptes/registre?page=2&geste=").statusCode()).isEqualTo(200);
        assertThat(admin.get("/comptes/registre?depuis=hier").statusCode()).isEqualTo(400);
        assertThat(admin.get(created.replace("registre?", "registre/csv?")).body())
                .startsWith("\uFEFFrang;moment;compte;geste;sur;issue;motif")
                .contains("ACCOUNT_CREATED;" + console.idOf("cherche"))
                .doesNotContain("LOGIN");
        assertThat(console.as(Role.OPERATEUR).get("/comptes/registre").statusCode())
                .isEqualTo(403);
        assertThat(console.as(Role.OPERATEUR).get("/comptes/registre/csv").statusCode())
                .isEqualTo(403);
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
        assertThat(console.nobody()
                        .signIn("change", password)
                        .headers()
                        .firstValue("location")
                        .orElse(""))
                .endsWith("/connexion?error");

        admin.fill("/comptes/" + id + "/acces", Map.of("active", "true"));
        var renewed = ConsoleSystem.drawn(
                admin.fill("/comptes/" + id + "/mot-de-passe", Map.of()).body());
        var third = Visitor.signedIn(console.home(), "change", console.settled("change", renewed));
        admin.fill("/comptes/" + id + "/effacement", Map.of());
        assertThat(third.status("/intercommunalites")).isEqualTo(302);
        assertThat(count("select count(*) from passerelle.account where account_id = '" + id + "'"))
                .isZero();
        assertThat(count("select count(*) from passerelle.audit where subject = '" + id
                        + "' and action like 'ACCOUNT_%'"))
                .isEqualTo(6);
    }

    @Test
    void showsADrawnPasswordOnce() {
        console.drawnFor("une-fois", Role.LECTEUR);

        assertThat(console.as(Role.ADMINISTRATEUR).get("/comptes").body()).doesNotContain("class=\"mot-de-passe\"");
    }

    @Test
    void letsEverybodyChooseAPasswordThatIsLongEnough() {
        var drawn = console.drawnFor("choisit", Role.LECTEUR);
        var own = Visitor.signedIn(console.home(), "choisit", drawn);

        assertThat(own.fill("/compte/mot-de-passe", chosen("faux", "x".repeat(12)))
                        .body())
                .contains("mot de passe actuel n’est pas");
        assertThat(own.fill("/compte/mot-de-passe", chosen(drawn, "court")).body())
                .contains("au moins 12 caractères, et au plus");
        assertThat(own.fill("/compte/mot-de-passe", chosen(drawn, "é".repeat(37)))
                        .body())
                .contains("au plus 72 octets");
        var done = own.post("/compte/mot-de-passe", chosen(drawn, "une phrase à moi"));

        assertThat(done.headers().firstValue("location").orElse("")).endsWith("/connexion?change");
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

        assertThat(own.fill("/compte/mot-de-passe", chosen(drawn, drawn)).body())
                .contains("déjà votre mot de passe");
        own.post("/compte/mot-de-passe", chosen(drawn, "une phrase à moi"));
        assertThat(Visitor.signedIn(console.home(), "entrante", "une phrase à moi")
                        .status("/intercommunalites"))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "motdepasse123",
                "azertyuiop12",
                "Picardie2026!",
                "passerelle2026",
                "compte-lecteur",
                "aaaaaaaaaaaa"
            })
    void refusesAPasswordThatOthersWouldTryFirst(String common) {
        var own = console.as(Role.LECTEUR);

        assertThat(own.fill("/compte/mot-de-passe", chosen(console.password(Role.LECTEUR), common))
                        .body())
                .contains("se devine trop vite");
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
    void tellsOnlyWhetherItLives() {
        var health = console.nobody().get("/actuator/health");

        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("details", "db", "PostgreSQL");
        assertThat(console.nobody().get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(console.nobody().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(console.as(Role.ADMINISTRATEUR).status("/actuator/beans")).isEqualTo(404);
    }

    @Test
    void writesNoPasswordIntoItsLog() {
        assertThat(console.console().log()).doesNotContain(console.password(Role.LECTEUR), ConsoleSystem.PASSWORD);
    }

    @Test
    void refusesAMethodThatNothingTakes() {
        assertThat(console.as(Role.ADMINISTRATEUR).get("/comptes/rien/role").statusCode())
                .isEqualTo(405);
        assertThat(console.as(Role.LECTEUR)
                        .ask("PROPFIND", "/", BodyPublishers.noBody())
                        .statusCode())
                .isLessThan(500)
                .isGreaterThanOrEqualTo(400);
    }

    private static Map<String, String> chosen(String present, String chosen) {
        return Map.of("present", present, "chosen", chosen, "again", chosen);
    }

    private long count(String sql) {
        return console.system().number(sql);
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
}
