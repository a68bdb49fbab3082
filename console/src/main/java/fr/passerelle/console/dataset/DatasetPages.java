package fr.passerelle.console.dataset;

import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.Listing;
import fr.passerelle.console.page.Listing.ListColumn;
import fr.passerelle.console.page.Listing.ListFilter;
import fr.passerelle.console.page.Listing.ListPage;
import fr.passerelle.console.page.Listing.ListRows;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DatasetTables;
import fr.passerelle.console.reading.DatasetTables.DatasetRow;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.console.security.Account;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import fr.passerelle.sheets.form.Table.Kind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The datasets: each a list that is searched, sorted and gone through page by page, and a file to take away. */
@Controller
class DatasetPages {

    private static final int SIZE = 50;
    private static final Set<Kind> NUMBERS = EnumSet.of(Kind.FIGURE, Kind.INTEGER, Kind.DECIMAL);

    private final CurrentResults current;
    private final DatasetTables tables;
    private final Audit audit;
    private final Map<Dataset, RunCache<ListRows<DatasetRow>>> sorted = new EnumMap<>(Dataset.class);

    DatasetPages(CurrentResults current, DatasetTables tables, Audit audit) {
        this.current = current;
        this.tables = tables;
        this.audit = audit;
        DatasetTables.all()
                .forEach(dataset -> sorted.put(
                        dataset,
                        new RunCache<>(published ->
                                new ListRows<>(tables.of(dataset, published).list()))));
    }

    /** A dataset, and the page of it that is asked for. */
    record DatasetList(Dataset dataset, Table<DatasetRow> table, ListPage<DatasetRow> list) {

        /** Whether a column stands to the right. */
        public static boolean isNumber(Column<DatasetRow> column) {
            return NUMBERS.contains(column.kind());
        }

        /** A cell in French. */
        public static String said(Column<DatasetRow> column, DatasetRow row) {
            return switch (column.of(row)) {
                case null -> "–";
                case BigDecimal number -> PageFrench.INSTANCE.decimal(number, column.places());
                case Long number -> PageFrench.INSTANCE.number(number);
                case LocalDate day -> PageFrench.INSTANCE.day(day);
                case Boolean flag -> flag ? "oui" : "non";
                case Object text -> text.toString().replace("|", ", ");
            };
        }
    }

    @GetMapping("/donnees")
    String all(Model model) {
        current.get();
        model.addAttribute("page", DatasetTables.all().toList());
        return "dataset/liste";
    }

    @GetMapping("/donnees/{id}")
    String one(@PathVariable String id, @RequestParam Map<String, String> asked, Model model) {
        Dataset dataset = dataset(id);
        PublishedResults published = current.get();
        Table<DatasetRow> table = tables.of(dataset, published);
        ListRows<DatasetRow> rows = Objects.requireNonNull(sorted.get(dataset)).of(published);
        ListPage<DatasetRow> list = listing(dataset, table).page(asked, rows);
        model.addAttribute("page", new DatasetList(dataset, table, list));
        return "dataset/jeu";
    }

    @GetMapping("/donnees/{id}.csv")
    void file(@PathVariable String id, Authentication who, HttpServletResponse response) throws IOException {
        Dataset dataset = dataset(id);
        PublishedResults published = current.get();
        Table<DatasetRow> table = tables.of(dataset, published);
        String name = id + "-" + published.run().id();
        audit.read(Account.accountId(who), AuditAction.EXPORTED, name);
        FileAnswer.csv(response, name, table);
    }

    private static Dataset dataset(String id) {
        return DatasetTables.all()
                .filter(dataset -> dataset.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Listing<DatasetRow> listing(Dataset dataset, Table<DatasetRow> table) {
        return new Listing<>(
                "/donnees/" + dataset.id(),
                SIZE,
                false,
                table.columns().stream().map(DatasetPages::column).toList(),
                List.of(ListFilter.words("q", PlainText::words, table::words)));
    }

    private static ListColumn<DatasetRow> column(Column<DatasetRow> column) {
        return new ListColumn<>(column.name(), DatasetList.isNumber(column), row -> key(column.of(row)));
    }

    private static @Nullable Comparable<?> key(@Nullable Object cell) {
        return cell instanceof String text ? NameOrder.key(text) : (Comparable<?>) cell;
    }
}
