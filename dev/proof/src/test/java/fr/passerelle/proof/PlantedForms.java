package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Types a canary wherever the console takes a text: forms, addresses, searches, the sign-in page, the API; none starts
 * anything.
 */
final class PlantedForms {

    private static final Map<String, String> DECISION = Map.of(
            "objet", "CAS-2",
            "nature", "notified",
            "acte", "2017-12",
            "date", "2017-06-02",
            "organe", "Commission permanente",
            "role", "instruction",
            "motif", "Vote");
    private static final List<String> WORDS = List.of("acte", "organe", "role", "motif", "date", "nature");
    private static final List<String> PLACES =
            List.of("/salles", "/executions", "/rejeux", "/decisions", "/api/v1/rooms");

    private final URI home;
    private final Visitor administrator;
    private final List<String> letIn = new ArrayList<>();

    PlantedForms(URI home) {
        this.home = home;
        this.administrator = Visitor.signedIn(home, ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
    }

    /** Answers the forms that were not refused. */
    List<String> fill() {
        Canary.SHAPES.forEach(this::type);
        Canary.SHAPES.forEach(this::ask);
        liveAndBeErased();
        return letIn;
    }

    private void type(String shape) {
        WORDS.forEach(field -> refused("/decisions", with(DECISION, field, shape)));
        refused("/rejeux/preparer", Map.of("bareme", "2018-01", "motif", shape));
        refused("/rejeux/preparer", Map.of("bareme", shape, "motif", "Vote"));
        refused("/executions/N-000002/gestes/abandon", Map.of("motif", shape));
        refused("/operations/courante/arreter", Map.of("motif", shape));
    }

    private void ask(String shape) {
        String word = Visitor.encoded(shape).replace("+", "%20");
        for (String place : PLACES) {
            administrator.get(place + "/" + word);
            administrator.get(place + "?q=" + word + "&page=" + word + "&epci=" + word, "Referer", home + word);
        }
        new Visitor(home).signIn(shape, shape);
        new Visitor(home).get("/api/v1/rooms", "Authorization", Visitor.basic(shape, shape));
    }

    /** A name is in the list of accounts, for as long as the account is there. */
    private void liveAndBeErased() {
        String login = "zenobie.quatrepoint";
        String password = ConsoleSystem.drawn(administrator
                .fill("/comptes", Map.of("login", login, "role", Role.ANALYSTE.name()))
                .body());
        Visitor.signedIn(home, login, password).get("/salles");
        String page = administrator.get("/comptes").body();
        String id = page.substring(0, page.indexOf(login)).replaceAll("(?s).*/comptes/(c-[0-9a-f]+).*", "$1");
        administrator.fill("/comptes/" + id + "/effacement", Map.of());
        assertThat(administrator.get("/comptes").body()).doesNotContain(login);
    }

    private void refused(String path, Map<String, String> form) {
        HttpResponse<String> answer = administrator.post(path, form);
        answer.headers().firstValue("location").ifPresent(to -> letIn.add(path + " " + form + " goes to " + to));
    }

    private static Map<String, String> with(Map<String, String> form, String field, String text) {
        var changed = new LinkedHashMap<>(form);
        changed.put(field, text);
        return changed;
    }
}
