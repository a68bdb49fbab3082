package fr.passerelle.console.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Why a call of the API was not answered, as RFC 9457 writes it: what happened and what to do, in French. */
public record Problem(HttpStatus status, String title, String detail) {

    private static final Problem FAULT = new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "La réponse n’a pas pu être faite",
            "Une panne est survenue ; elle est dans le journal de la console. Essayez de nouveau plus tard.");
    private static final Map<HttpStatus, Problem> USUAL = Stream.of(
                    new Problem(HttpStatus.BAD_REQUEST, "Demande mal formée", "Corrigez l’adresse ou ses paramètres."),
                    new Problem(
                            HttpStatus.UNAUTHORIZED,
                            "Compte nécessaire",
                            "Donnez un compte de la console et son mot de passe (HTTP Basic) ; après trop d’essais,"
                                    + " attendez quelques minutes."),
                    new Problem(
                            HttpStatus.FORBIDDEN,
                            "Refusé à ce compte",
                            "Demandez à un administrateur le rôle qu’il faut."),
                    new Problem(
                            HttpStatus.NOT_FOUND,
                            "Rien à cette adresse",
                            "Les adresses qui existent sont dans /api/v1/openapi.json."),
                    new Problem(
                            HttpStatus.METHOD_NOT_ALLOWED, "Méthode refusée", "L’interface se lit seulement : GET."),
                    new Problem(
                            HttpStatus.NOT_ACCEPTABLE,
                            "Format inconnu",
                            "Demandez application/json ou text/csv par l’en-tête Accept."),
                    new Problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "Ces résultats ne sont plus ceux qui ont été publiés",
                            "Leur empreinte n’est plus celle de l’exécution : rien n’en est donné. Prévenez"
                                    + " l’exploitation."))
            .collect(Collectors.toMap(Problem::status, Function.identity()));

    /** What is usually said of a status. */
    public static Problem of(HttpStatus status) {
        return USUAL.getOrDefault(status, status.is4xxClientError() ? usual(HttpStatus.BAD_REQUEST) : FAULT);
    }

    /** The same of a status that has words, with a detail of its own. */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, usual(status).title(), detail);
    }

    /** Writes it as the whole answer. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        Map<String, Object> fields =
                Map.of("type", "about:blank", "title", title, "status", status.value(), "detail", detail);
        response.getOutputStream()
                .write(JsonMapper.shared().writeValueAsString(fields).getBytes(StandardCharsets.UTF_8));
    }

    private static Problem usual(HttpStatus status) {
        return USUAL.getOrDefault(status, FAULT);
    }
}
