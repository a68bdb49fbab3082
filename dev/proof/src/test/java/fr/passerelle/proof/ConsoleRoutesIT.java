package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import fr.passerelle.console.security.Route;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table role × route, whole: each line for each role and for nobody, and what is in no line. */
class ConsoleRoutesIT extends WithConsole.OnConsole {

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
                assertThat(location(answer)).as(role + " " + route).doesNotContain("/connexion");
            } else {
                assertThat(answer.statusCode()).as(role + " " + route).isEqualTo(403);
            }
        }
        assertRefusedToNobody(ask(console.nobody(), route, path), path);
    }

    @Test
    void refusesToEveryRoleWhatIsInNoLine() {
        for (Role role : Role.values()) {
            for (String path : Arrays.asList(
                    "/inconnu",
                    "/actuator",
                    "/actuator/env",
                    "/actuator/info",
                    "/error",
                    "/h2-console",
                    "/swagger-ui.html",
                    "/v3/api-docs")) {
                assertThat(console.as(role).get(path).statusCode())
                        .as(role + " " + path)
                        .isEqualTo(404);
            }
            for (String method : Arrays.asList("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS")) {
                assertThat(console.as(role)
                                .ask(method, "/salles", BodyPublishers.noBody())
                                .statusCode())
                        .as(role + " " + method)
                        .isIn(403, 405);
            }
        }
    }

    @Test
    void sendsNobodyToTheSignInPageEvenForWhatDoesNotExist() {
        var answer = console.nobody().get("/inconnu");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/connexion");
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
            assertThat(location(answer)).as(path).endsWith("/connexion");
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
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
