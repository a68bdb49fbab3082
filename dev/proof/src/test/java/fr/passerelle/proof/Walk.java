package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of page that somebody reaches from the first one by its links: one of each kind, whatever pages there are. No link leads nowhere. */
final class Walk {

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
        if (!type(page).startsWith("text/html")) {
            return Stream.empty();
        }
        found.put(kind(path), path);
        return LINK.matcher(page.body())
                .results()
                .filter(link -> !link.group().contains(" download"))
                .map(Walk::target)
                .filter(target -> target.startsWith("/") && !target.startsWith("/api"));
    }

    private static String type(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Type").orElse("");
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
