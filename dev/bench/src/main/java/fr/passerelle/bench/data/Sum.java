package fr.passerelle.bench.data;

/**
 * What a result must come to, whoever computed it.
 *
 * @param rows how many
 * @param presences of all of them together
 */
public record Sum(long rows, long presences) {

    /** Nothing yet. */
    public static final Sum NONE = new Sum(0, 0);

    /** With one row more. */
    Sum plus(Session session) {
        return new Sum(rows + 1, presences + session.presences());
    }
}
