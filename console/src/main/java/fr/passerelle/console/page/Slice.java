package fr.passerelle.console.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param page from 1, up to {@code pages}
 * @param pages at least 1
 */
public record Slice<T>(List<T> items, int page, int pages, long total) {

    /** The page asked for, or the last one where there are fewer. */
    public static <T> Slice<T> of(List<T> all, int asked, int size) {
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int page = Math.min(asked, pages);
        int from = (page - 1) * size;
        return new Slice<>(all.subList(from, Math.min(all.size(), from + size)), page, pages, all.size());
    }

    /** The page that an address asks for; the first one where it asks for none. */
    public static int asked(@Nullable String page) {
        return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }

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
}
