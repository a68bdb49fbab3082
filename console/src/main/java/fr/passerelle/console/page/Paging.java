package fr.passerelle.console.page;

/**
 * Where one is in a long list.
 *
 * @param page from 1
 * @param last from 1, also where the list is empty
 */
public record Paging(int page, int last, int size, long count) {

    /** The page asked for, or the nearest that there is. */
    public static Paging of(int asked, int size, long count) {
        int last = (int) Math.max(1, (count + size - 1) / size);
        return new Paging(Math.clamp(asked, 1, last), last, size, count);
    }

    /** How many come before it. */
    public long offset() {
        return (long) (page - 1) * size;
    }
}
