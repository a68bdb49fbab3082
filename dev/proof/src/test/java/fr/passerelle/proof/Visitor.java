package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody before the console, with a browser's cookies and without its scripts. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BUSY = "occupe";
    private static final int TRIES = 10;

    private final URI home;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    Visitor(URI home) {
        this.home = home;
    }

    static Visitor signedIn(URI home, String login, String password) {
        var visitor = new Visitor(home);
        if (!visitor.comesIn(login, password)) {
            throw new AssertionError(login + " could not sign in");
        }
        return visitor;
    }

    /** Whether somebody signs in so; asked again where the console had no time to look at the password. */
    boolean comesIn(String login, String password) {
        String to = BUSY;
        for (int i = 0; i < TRIES && to.contains(BUSY); i++) {
            to = header(signIn(login, password), "location");
        }
        return !to.contains("/connexion");
    }

    /** Somebody who came in by a password that was drawn for them, and chose another. */
    static Visitor settled(URI home, String login, String drawn, String chosen) {
        var form = Map.of("present", drawn, "chosen", chosen, "again", chosen);
        signedIn(home, login, drawn).post("/compte/mot-de-passe", form);
        return signedIn(home, login, chosen);
    }

    /** Somebody for whom an administrator opened an account that reads, and who chose this password. */
    static Visitor opened(URI home, Visitor admin, String login, String chosen) {
        var page = admin.fill("/comptes", Map.of("login", login, "role", "LECTEUR"));
        return settled(home, login, ConsoleSystem.drawn(page.body()), chosen);
    }

    /** How long a page takes, which must be there. */
    Duration took(String path) {
        long before = System.nanoTime();
        assertThat(status(path)).as(path).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** Types an account and a password; answers what the form answered. */
    HttpResponse<String> signIn(String login, String password, String... headers) {
        return submit("/connexion", token("/connexion"), Map.of("username", login, "password", password), headers);
    }

    HttpResponse<String> get(String path, String... headers) {
        return ask("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> ask(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request =
                HttpRequest.newBuilder(home.resolve(path)).timeout(PATIENCE).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** The status of a page; 0 where nobody answers. */
    int status(String path, String... headers) {
        try {
            return get(path, headers).statusCode();
        } catch (UncheckedIOException nobody) {
            return 0;
        }
    }

    /** Fills in a form, with the token that the page of one's account, or else the sign-in page, gives. */
    HttpResponse<String> post(String path, Map<String, String> form) {
        var own = get("/compte");
        return submit(path, own.statusCode() == 200 ? tokenOf(own) : token("/connexion"), form);
    }

    /** Fills in a form and reads the page that it leads to, as a browser does. */
    HttpResponse<String> fill(String path, Map<String, String> form) {
        var answer = post(path, form);
        return answer.headers().firstValue("location").map(this::get).orElse(answer);
    }

    /** Sends a form with whatever token one has; an empty one is left out. */
    HttpResponse<String> submit(String path, String token, Map<String, String> form, String... headers) {
        var fields = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var body = token.isEmpty() ? fields : fields + "&_csrf=" + encoded(token);
        var more = new String[headers.length + 2];
        System.arraycopy(headers, 0, more, 2, headers.length);
        more[0] = "Content-Type";
        more[1] = "application/x-www-form-urlencoded";
        return ask("POST", path, BodyPublishers.ofString(body), more);
    }

    /** The session's cookie, as it stands. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("passerelle"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    /** A header of an answer; empty where it has none of this name. */
    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static String basic(String login, String password) {
        var text = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(text);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String token(String page) {
        return tokenOf(get(page));
    }

    private static String tokenOf(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        return found.find() ? found.group(1) : "";
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every kind of page that somebody reaches from the first one by its links: one of each kind, whatever pages there are. No link leads nowhere. */
    static final class Walk {

        private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"([^\"#]+)[^>]*>");
        private static final int ENOUGH = 60;

        private Walk() {}

        /** Their addresses, in the order in which they are found. */
        static List<String> from(Visitor visitor) {
            Map<String, String> found = new LinkedHashMap<>();
            var seen = new HashSet<String>();
            var next = new ArrayDeque<>(List.of("/", "/compte"));
            while (!next.isEmpty() && found.size() < ENOUGH) {
                String path = next.poll();
                if (seen.add(kind(path))) {
                    links(visitor, path, found).forEach(next::add);
                }
            }
            return List.copyOf(found.values());
        }

        private static Stream<String> links(Visitor visitor, String path, Map<String, String> found) {
            var page = visitor.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            if (!header(page, "Content-Type").startsWith("text/html")) {
                return Stream.empty();
            }
            found.put(kind(path), path);
            return LINK.matcher(page.body())
                    .results()
                    .filter(link -> !link.group().contains(" download"))
                    .map(Walk::target)
                    .filter(target -> target.startsWith("/") && !target.startsWith("/api"));
        }

        private static String target(MatchResult link) {
            return link.group(1).replace("&amp;", "&");
        }

        /** Addresses that differ by an identifier or by what is asked of a list lead to the same kind of page. */
        static String kind(String path) {
            return Arrays.stream(path.replaceFirst("\\?.*", "").split("/"))
                    .map(part -> part.matches(".*[\\dA-Z].*") ? "*" : part)
                    .collect(Collectors.joining("/"));
        }
    }
}
