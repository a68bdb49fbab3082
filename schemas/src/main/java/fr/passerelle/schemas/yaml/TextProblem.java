package fr.passerelle.schemas.yaml;

/**
 * Something that is wrong in a text.
 *
 * @param line from 1; 0 where it is the whole text
 * @param path of the key, such as {@code colonnes.nom}; empty for the whole text
 * @param message in French: what is wrong and what to do, without its full stop
 */
public record TextProblem(int line, String path, String message) {

    /** One French line: where, what. */
    @Override
    public String toString() {
        String where = line == 0 ? "" : "ligne " + line + (path.isEmpty() ? "" : ", ");
        return where.isEmpty() && path.isEmpty() ? message : where + path + " : " + message;
    }
}
