package fr.passerelle.schemas.yaml;

/**
 * Something that is wrong in a text.
 *
 * @param line from 1; 0 where it is the whole text
 * @param column from 1; 0 where it is the whole text
 * @param path of the key, such as {@code colonnes.nom}; empty for the whole text
 * @param message in French: what is wrong and what to do, without its full stop
 */
public record TextProblem(int line, int column, String path, String message) {

    /** What is wrong with a text as a whole. */
    public static TextProblem ofAll(String message) {
        return new TextProblem(0, 0, "", message);
    }

    boolean isUnder(String key) {
        return key.isEmpty() || path.equals(key) || path.startsWith(key + ".") || path.startsWith(key + "[");
    }

    /** One French line: where, what. */
    @Override
    public String toString() {
        if (line == 0) {
            return message;
        }
        return "ligne %d, colonne %d%s : %s".formatted(line, column, path.isEmpty() ? "" : ", " + path, message);
    }
}
