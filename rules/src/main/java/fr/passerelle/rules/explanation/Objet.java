package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.schemas.text.PlainText;
import java.util.Comparator;

/**
 * What was asked for, however it was spelt.
 *
 * @param words its name without case, accents and punctuation
 */
public record Objet(ObjetKind kind, String words) implements Comparable<Objet> {

    private static final Comparator<Objet> ORDER =
            Comparator.comparing(Objet::kind).thenComparing(Objet::words);

    /** What a request is about. */
    public static Objet of(Demande demande) {
        return of(demande.getKind(), demande.getObject());
    }

    /** The same by its name. */
    public static Objet of(ObjetKind kind, String name) {
        return new Objet(kind, PlainText.words(name));
    }

    /** Functions before themes before services, by name. */
    @Override
    public int compareTo(Objet other) {
        return ORDER.compare(this, other);
    }
}
