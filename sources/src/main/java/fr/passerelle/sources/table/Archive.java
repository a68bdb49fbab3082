package fr.passerelle.sources.table;

import fr.passerelle.sources.archive.Zip;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which file of an archive is read. Names in an archive may name a person: no message shows them. */
final class Archive {

    private static final List<String> OF_SYSTEMS = List.of(".DS_Store", "Thumbs.db", "desktop.ini");

    private Archive() {}

    /**
     * The only file, or the only one that matches.
     *
     * @param name what the archive is called in messages
     * @param glob of the wanted file's name, without its folders; capitals do not matter; null for the only file
     * @throws UnusableFile when there is none, or more than one
     */
    static String entry(Zip zip, String name, @Nullable String glob) {
        List<String> files = zip.names().stream().filter(Archive::isOfPeople).toList();
        List<String> chosen = glob == null ? files : matching(files, glob);
        if (chosen.size() == 1) {
            return chosen.getFirst();
        }
        String sentence = glob == null
                ? "L'archive « %s » contient %d fichiers : n'y laissez que celui à importer, ou dites lequel par «"
                        + " lecture.fichier » dans le mapping."
                : "L'archive « %s » contient %d fichiers dont le nom répond à « lecture.fichier » du mapping, au lieu"
                        + " d'un : corrigez ce nom.";
        throw new UnusableFile(sentence.formatted(name, chosen.size()));
    }

    /** {@code #2} for the second of its files; empty for the only one. */
    static String part(Zip zip, String entry) {
        List<String> files = zip.names().stream().filter(Archive::isOfPeople).toList();
        return files.size() == 1 ? "" : "#" + (files.indexOf(entry) + 1);
    }

    private static List<String> matching(List<String> files, String text) {
        Glob glob = Glob.fileName(text);
        return files.stream().filter(file -> glob.fits(last(file))).toList();
    }

    private static boolean isOfPeople(String file) {
        return !file.startsWith("__MACOSX/") && !OF_SYSTEMS.contains(last(file));
    }

    private static String last(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
