package fr.passerelle.console.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** Who may ask for what, at least: GET stands for HEAD too. What is in no line is closed to everybody, as a page that is not there. */
public record Route(HttpMethod method, String pattern, Role role) {

    private static final String OWN_ACCOUNT = "/compte/**";

    private static final List<Route> PAGES = List.of(
            get("/comptes/**", Role.ADMINISTRATEUR),
            post("/comptes/**", Role.ADMINISTRATEUR),
            post("/executions/**", Role.OPERATEUR),
            post("/rejeux/**", Role.OPERATEUR),
            post("/decisions/**", Role.ANALYSTE),
            post("/programmation/**", Role.ANALYSTE),
            get("/executions/*/rejets/**", Role.ANALYSTE),
            get("/executions/*/gestes/**", Role.OPERATEUR),
            get("/rejeux/preparer", Role.OPERATEUR),
            get("/rejeux/*/gestes/**", Role.OPERATEUR),
            get("/decisions/enregistrer/**", Role.ANALYSTE),
            get("/operations/decisions/**", Role.ANALYSTE),
            post("/operations/decisions/**", Role.ANALYSTE),
            get("/programmation/essai/**", Role.ANALYSTE),
            get("/operations/**", Role.OPERATEUR),
            post("/operations/**", Role.OPERATEUR),
            get("/", Role.LECTEUR),
            get("/aide", Role.LECTEUR),
            get("/changements", Role.LECTEUR),
            get("/synthese/**", Role.LECTEUR),
            get("/avant-apres", Role.LECTEUR),
            get("/recherche/**", Role.LECTEUR),
            get("/intercommunalites/**", Role.LECTEUR),
            get("/salles/**", Role.LECTEUR),
            get("/budget/**", Role.LECTEUR),
            get("/programmation/**", Role.LECTEUR),
            get("/tournees/**", Role.LECTEUR),
            get("/suivi/**", Role.LECTEUR),
            get("/regles/**", Role.LECTEUR),
            get("/executions/**", Role.LECTEUR),
            get("/rejeux/**", Role.LECTEUR),
            get("/decisions/**", Role.LECTEUR),
            get("/donnees/**", Role.LECTEUR),
            get("/flux/**", Role.LECTEUR),
            get(OWN_ACCOUNT, Role.LECTEUR),
            post(OWN_ACCOUNT, Role.LECTEUR));

    /** The whole table, the first line that fits decides. */
    public static List<Route> all() {
        return Stream.concat(PAGES.stream(), api()).toList();
    }

    /** It is only read, and says so itself to whoever may read it. */
    private static Stream<Route> api() {
        return Stream.of(HttpMethod.values())
                .filter(method -> method != HttpMethod.HEAD && method != HttpMethod.TRACE)
                .map(method -> new Route(method, "/api/**", Role.LECTEUR));
    }

    /** What one has to be: of the role, but for one's own account, which also opens to who has to change a drawn password. */
    String part() {
        return pattern.equals(OWN_ACCOUNT) ? Account.NEWCOMER : role.name();
    }

    private static Route get(String pattern, Role role) {
        return new Route(HttpMethod.GET, pattern, role);
    }

    private static Route post(String pattern, Role role) {
        return new Route(HttpMethod.POST, pattern, role);
    }
}
