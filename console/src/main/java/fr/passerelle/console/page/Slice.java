package fr.passerelle.console.page;

import java.util.List;

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
}
