package fr.passerelle.console.epci;

import fr.passerelle.console.page.Slice;
import java.util.Arrays;
import java.util.List;

/**
 * A page of the list.
 *
 * @param slice those shown
 * @param columns headers, in their order
 */
record EpciList(Slice<EpciRow> slice, List<Column> columns) {

    private static final int SIZE = 60;

    /**
     * A header that sorts.
     *
     * @param code of its order
     * @param address of the list in that order
     * @param sort as aria-sort has it
     * @param number whether it is one of numbers
     */
    record Column(String code, String address, String sort, boolean number) {}

    static EpciList page(List<EpciRow> found, int asked, EpciSearch search) {
        return new EpciList(Slice.of(found, asked, SIZE), columns(search));
    }

    private static List<Column> columns(EpciSearch search) {
        return Arrays.stream(EpciOrder.values())
                .map(order -> new Column(order.code(), search.sorted(order), search.ariaSort(order), order.isNumber()))
                .toList();
    }
}
