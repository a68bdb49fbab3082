package fr.passerelle.console.dataset;

import fr.passerelle.console.dataset.DatasetTables.DatasetRows;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.Listing;
import fr.passerelle.console.page.Listing.ListColumn;
import fr.passerelle.console.page.Listing.ListFilter;
import fr.passerelle.console.page.Listing.ListPage;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.sheets.form.Table.Column;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The datasets: each a list that is searched, sorted and gone through page by page, and a file to take away. */
@Controller
record DatasetPages(CurrentResults current, DatasetTables tables, FileAnswer files) {

    private static final int SIZE = 50;

    /** A dataset, and the page of it that is asked for: in the order of its export until another one is. */
    record DatasetList<R>(Dataset dataset, List<Column<R>> columns, ListPage<R> list) {

        static <R> DatasetList<R> of(Dataset dataset, DatasetRows<R> rows, Map<String, String> asked) {
            List<Column<R>> columns = rows.table().columns();
            Listing<R> listing = new Listing<>(
                    "/donnees/" + dataset.id(),
                    SIZE,
                    false,
                    Stream.concat(
                                    Stream.of(ListColumn.<R>none()),
                                    columns.stream().map(DatasetList::sorted))
                            .toList(),
                    List.of(new ListFilter<>("q", rows::saying)));
            return new DatasetList<>(dataset, columns, listing.page(asked, rows.rows()));
        }

        private static <R> ListColumn<R> sorted(Column<R> column) {
            return new ListColumn<>(column.name(), column.isNumber(), row -> key(column.of(row)));
        }

        private static @Nullable Comparable<?> key(@Nullable Object cell) {
            return cell instanceof String text ? NameOrder.key(text) : (Comparable<?>) cell;
        }

        /** A column as the list is sorted by it. */
        public ListColumn<R> order(int place) {
            return list.listing().columns().get(place + 1);
        }

        /** A cell in French. */
        public String said(Column<R> column, R row) {
            return column.said(row, PageFrench.INSTANCE::day);
        }
    }

    @GetMapping("/donnees")
    ModelAndView all() {
        current.get();
        return new ModelAndView("dataset/liste", "page", DatasetTables.all().toList());
    }

    @GetMapping("/donnees/{id}")
    ModelAndView one(@PathVariable String id, @RequestParam Map<String, String> asked) {
        Dataset dataset = dataset(id);
        return new ModelAndView(
                "dataset/jeu", "page", DatasetList.of(dataset, tables.of(dataset, current.get()), asked));
    }

    @GetMapping("/donnees/{id}.csv")
    void file(@PathVariable String id, @AuthenticationPrincipal Account by, HttpServletResponse response)
            throws IOException {
        Dataset dataset = dataset(id);
        PublishedResults published = current.get();
        DatasetRows<?> rows = tables.of(dataset, published);
        files.csv(by.id(), response, id + "-" + published.run().id(), rows.table());
    }

    private static Dataset dataset(String id) {
        return DatasetTables.all()
                .filter(dataset -> dataset.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
