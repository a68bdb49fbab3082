package fr.passerelle.sources.territory;

import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.NeedService;
import fr.passerelle.schemas.text.PlainText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was asked for, under the one name that it has here, however it was written.
 *
 * @param name of the function as in {@link Fonction}, the theme or the service of its vocabulary
 */
record DiagnosticObjet(ObjetKind kind, String name) {

    private static final String LINK = " de ";

    /** A function before a theme, since some have the same name; whatever is neither is a service, known or another. */
    static DiagnosticObjet of(String told) {
        String words = words(told);
        return function(words)
                .or(() -> theme(words))
                .orElseGet(() -> new DiagnosticObjet(
                        ObjetKind.SERVICE, NeedService.of(told).label()));
    }

    private static Optional<DiagnosticObjet> function(String words) {
        return Arrays.stream(Fonction.values())
                .filter(function -> words(function.name()).equals(words))
                .map(function -> new DiagnosticObjet(ObjetKind.FONCTION, function.name()))
                .findFirst();
    }

    private static Optional<DiagnosticObjet> theme(String words) {
        return Activity.all().stream()
                .filter(activity -> !activity.theme().isEmpty())
                .filter(activity -> Stream.of(activity.code(), activity.label(), activity.theme())
                        .anyMatch(name -> words(name).equals(words)))
                .map(activity -> new DiagnosticObjet(ObjetKind.THEME, activity.theme()))
                .findFirst();
    }

    private static String words(String text) {
        return PlainText.words(text.replace('_', ' ').toLowerCase(Locale.ROOT)).replace(LINK, " ");
    }
}
