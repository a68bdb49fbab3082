package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The console while all who abuse it do so at once: strangers who ask, forms that come slowly, followers of the stream, guesses of a
 * password. It prints the figures that docs/reliability.md shows.
 */
@Tag("proof")
@Isolated
@Story
class ConsoleLoadIT {

    private static final int STRANGERS = 10_000;
    private static final int STRANGERS_AT_ONCE = 8;
    private static final int MANY = 200;
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final long FLAT = 16L << 20;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String PHRASE = "quatre mots à suivre";

    @AutoClose
    private final HttpClient stranger = HttpClient.newHttpClient();

    @AutoClose
    private Deployment system;

    @AutoClose
    private ConsoleProgram console;

    private Visitor admin;

    @AutoClose
    private ConsoleAbuseIT.Connections connections;

    @BeforeAll
    void startIt() {
        system = Deployments.fresh("load");
        console = ConsoleProgram.supervised(system.properties(), ConsoleSystem.PASSWORD);
        admin = Visitor.signedIn(console.home(), ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
        connections = new ConsoleAbuseIT.Connections(console.home(), "127.0.0.2");
    }

    /** A liveness probe restarts what is silent thrice; a second wave leaves no more, once the server has seen its connections close. */
    @Test
    void staysAsItIsUnderAllOfItAtOnce() throws Exception {
        var follower = Visitor.opened(console.home(), admin, "suiveur", PHRASE);
        long before = console.heap();

        var first = wave(follower);
        var second = wave(follower);

        System.out.printf("before: %.1f MB%nfirst:  %s%nsecond: %s%n", before / 1e6, first, second);
        assertThat(silences(first.answers())).isLessThan(3);
        assertThat(silences(second.answers())).isLessThan(3);
        Waiting.until(SECOND, () -> console.heap() - first.heap() < FLAT);
        assertThat(console.count("org.apache.catalina.session.StandardSession")).isLessThan(10);
    }

    /** All of it at once, while the administrator works, and comes in again. */
    private Wave wave(Visitor follower) throws Exception {
        var supervision = new Visitor(console.supervision());
        List<Duration> answers = new ArrayList<>();
        List<Duration> pages = new ArrayList<>();
        long begun = System.nanoTime();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var attacks = attacks(pool, follower);
            while (attacks.stream().anyMatch(attack -> !attack.isDone())) {
                answers.add(supervision.took("/actuator/health/liveness"));
                pages.add(admin.took("/comptes"));
                Thread.sleep(BETWEEN);
            }
            for (var attack : attacks) {
                attack.get();
            }
            assertThat(location(admin)).as("the administrator comes in").doesNotContain("/connexion");
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        connections.close();
        return new Wave(took, console.heap(), answers, pages);
    }

    /** A wave: bytes held after it, and how long liveness and the administrator's page took, each time. */
    private record Wave(Duration took, long heap, List<Duration> answers, List<Duration> pages) {

        @Override
        public String toString() {
            return "%d strangers, %d slow forms, %d followers, %d guesses in %d s: liveness %d ms at most of %d, a page %d ms at most, %.1f MB"
                    .formatted(
                            STRANGERS,
                            MANY,
                            MANY,
                            MANY,
                            took.toSeconds(),
                            Collections.max(answers).toMillis(),
                            answers.size(),
                            Collections.max(pages).toMillis(),
                            heap / 1e6);
        }
    }

    private List<Future<?>> attacks(ExecutorService pool, Visitor follower) {
        return List.of(
                pool.submit(() -> askAll(STRANGERS_AT_ONCE, STRANGERS)),
                pool.submit(() -> connections.slow(MANY)),
                pool.submit(() -> ConsoleAbuseIT.Connections.together(MANY, MANY, n -> connections.follow(follower))),
                pool.submit(() -> ConsoleAbuseIT.Connections.together(
                        MANY, MANY, n -> ask("/api/v1/runs", "admin", "faux-" + n))));
    }

    private List<HttpResponse<Void>> askAll(int atOnce, int all) throws Exception {
        return ConsoleAbuseIT.Connections.together(atOnce, all, n -> {
            var answer = ask(n % 2 == 0 ? "/connexion" : "/salles?q=" + "x".repeat(500), "", "");
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("passerelle="));
            return answer;
        });
    }

    private HttpResponse<Void> ask(String path, String login, String password) throws Exception {
        var request = HttpRequest.newBuilder(console.home().resolve(path)).timeout(Duration.ofMinutes(3));
        if (!login.isEmpty()) {
            request.header("Authorization", Visitor.basic(login, password));
        }
        return stranger.send(request.build(), BodyHandlers.discarding());
    }

    private static String location(Visitor visitor) {
        return visitor.signIn(ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD)
                .headers()
                .firstValue("location")
                .orElse("/connexion");
    }

    /** The most answers in a row that took longer than a second. */
    private static int silences(List<Duration> answers) {
        int most = 0;
        int now = 0;
        for (var answer : answers) {
            now = answer.compareTo(SECOND) < 0 ? 0 : now + 1;
            most = Math.max(most, now);
        }
        return most;
    }
}
