package fr.passerelle.sources.input;

import fr.passerelle.schemas.person.SafeWords;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the sources of a run are called on the log, in the database and in messages: each its own name, and nobody's. A file name is
 * taken only when it is made of plain words.
 */
public final class SourceNames {
    private final Set<String> taken = new HashSet<>();

    /** The name of a file without mapping. */
    public String ofFile(String fileName, Supplier<String> sha256) {
        return of(
                SafeWords.areSafe(fileName)
                        ? fileName
                        : "fichier-" + sha256.get().substring(0, 8));
    }

    /** A name that is nobody's, such as the id of a mapping: {@code frequentation.csv}, then {@code frequentation-2.csv}. */
    public String of(String name) {
        String free = name;
        for (int rank = 2; !taken.add(free); rank++) {
            int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
            free = name.substring(0, dot) + "-" + rank + name.substring(dot);
        }
        return free;
    }
}
