package fr.passerelle.schemas.table;

import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.schemas.text.PlainText;
import java.util.List;
import java.util.Optional;

/**
 * What a diagnostic may be told to ask for beside functions and themes, by the vocabulary of objects: whatever else was typed is another
 * request, and its words, which may name somebody, go no further.
 *
 * @param code such as {@code BORNE_IMPRESSION}
 * @param label French, for people and on the log
 */
public record NeedService(String code, String label) {

    private static final List<NeedService> ALL = Activity.vocabulary("objets").stream()
            .map(cells -> new NeedService(cells[0], cells[1]))
            .toList();

    private static final NeedService OTHER = ALL.stream()
            .filter(service -> service.code().equals(Activity.OTHER))
            .findFirst()
            .orElseThrow();

    /** The service of a text, however it is spelt; the other request where the vocabulary does not know it. */
    public static NeedService of(String told) {
        return named(told).orElse(OTHER);
    }

    /** Whether a text is a name of the vocabulary, rather than words of somebody. */
    public static boolean knows(String told) {
        return named(told).isPresent();
    }

    /** The request in the words of the vocabulary: logs of before it hold services as they were typed. */
    public static Demande known(Demande told) {
        return told.getKind() == ObjetKind.SERVICE
                ? Demande.newBuilder(told)
                        .setObject(of(told.getObject()).label())
                        .build()
                : told;
    }

    private static Optional<NeedService> named(String told) {
        String words = words(told);
        return ALL.stream()
                .filter(one ->
                        words(one.code()).equals(words) || words(one.label()).equals(words))
                .findFirst();
    }

    private static String words(String text) {
        return PlainText.words(text.replace('_', ' '));
    }
}
