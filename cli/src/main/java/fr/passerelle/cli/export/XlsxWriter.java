package fr.passerelle.cli.export;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet that is written line by line, its header frozen. Every cell is text or a number: a spreadsheet computes none of them. */
public final class XlsxWriter implements AutoCloseable {

    private static final int MOST_LINES = 1_048_576;
    private static final int LINES_IN_MEMORY = 500;
    private static final int WIDTH = 18;

    private final Worksheet sheet;
    private int next;

    /** A new sheet of a book, with its header. */
    public XlsxWriter(Workbook book, String name, List<String> header) {
        this.sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int i = 0; i < header.size(); i++) {
            sheet.width(i, WIDTH);
        }
        line(header);
    }

    /**
     * The next line.
     *
     * @param cells numbers, and texts to be guarded before: {@link fr.passerelle.schemas.text.Formulas}
     * @throws UnusableFile when the sheet is full
     */
    public void line(List<? extends Object> cells) {
        if (next == MOST_LINES) {
            throw new UnusableFile("Une feuille ne tient pas plus de " + MOST_LINES
                    + " lignes : demandez un CSV (--csv), ou moins de lignes (--reason).");
        }
        for (int i = 0; i < cells.size(); i++) {
            cell(i, cells.get(i));
        }
        next++;
        if (next % LINES_IN_MEMORY == 0) {
            flush();
        }
    }

    private void cell(int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(next, column, number);
        } else if (!cell.toString().isEmpty()) {
            sheet.inlineString(next, column, visible(cell.toString()));
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** XML has no place for most control characters: their pictures stand for them, so that none is lost unseen. */
    private static String visible(String cell) {
        return cell.chars().allMatch(XlsxWriter::isPlain) ? cell : pictured(cell);
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c != '\uFFFE' && c != '\uFFFF' || c == '\n' || c == '\t';
    }

    private static String pictured(String cell) {
        StringBuilder text = new StringBuilder(cell.length());
        cell.chars().forEach(c -> text.append(isPlain(c) ? (char) c : c < ' ' ? (char) ('\u2400' + c) : '\uFFFD'));
        return text.toString();
    }
}
