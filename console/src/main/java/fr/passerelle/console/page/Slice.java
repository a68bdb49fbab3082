package fr.passerelle.console.page;

import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A page of a list, from 1 up to the number of pages, which is at least 1. */
public record Slice<T>(List<T> items, int page, int pages, long total) {

    /** The page asked for, or the nearest that there is. */
    public static <T> Slice<T> of(List<T> all, int asked, int size) {
        long total = all.size();
        return of(asked, size, total, offset -> all.subList((int) offset, (int) Math.min(total, offset + size)));
    }

    /** The same of what is read page by page, by how many items come before it. */
    public static <T> Slice<T> of(int asked, int size, long total, LongFunction<List<T>> items) {
        int pages = (int) Math.max(1, (total + size - 1) / size);
        int page = Math.clamp(asked, 1, pages);
        return new Slice<>(items.apply((long) (page - 1) * size), page, pages, total);
    }

    /** The page that an address asks for; the first one where it asks for none. */
    public static int asked(@Nullable String page) {
        return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }
}
