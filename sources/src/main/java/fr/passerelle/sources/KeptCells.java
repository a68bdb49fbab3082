package fr.passerelle.sources;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.person.SafeWords;
import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.cell.CellText;
import fr.passerelle.sources.cell.Column;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.RepairedText;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the cells of a row that is refused or corrected: a cell may have slipped in from a column of names. A free text is masked
 * by pattern, an activity that is not known becomes another one, a cell that is what its column says stays, an identifier stays if it has a digit and is no telephone, and of the rest only known words stay.
 */
public final class KeptCells {
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private final List<String> header;
    private final List<Field> fields;
    private final List<Column> columns;
    private final boolean shownOnly;

    /** For the rows of a table. */
    public KeptCells(TableSchema schema) {
        this(schema, false);
    }

    /** @param shownOnly to whoever has the file, and kept nowhere: only what reaches somebody is blotted out */
    KeptCells(TableSchema schema, boolean shownOnly) {
        this.shownOnly = shownOnly;
        this.header = schema.header();
        this.fields = schema.fields();
        this.columns = fields.stream()
                .map(field -> new Column(field, Forms.UNDECLARED))
                .toList();
    }

    /** What is kept of a row, by column, in order. */
    public Map<String, String> kept(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), keep(i, row.text(i)));
        }
        return cells;
    }

    /** What is kept of a cell. */
    public String keep(int column, String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        Field field = fields.get(column);
        if (shownOnly || isFree(field)) {
            String masked = nobody(cell);
            return shownOnly || !columns.get(column).isSomebody(masked) ? masked : PersonMask.BLOT;
        }
        if (field.name().equals(Activity.COLUMN)) {
            return activity(columns.get(column), cell);
        }
        boolean valid = columns.get(column).value(cell) != Column.INVALID;
        return valid
                        && (field.constraints().pattern() == null
                                || DIGIT.matcher(cell).find() && !PersonMask.hides(cell))
                ? cell
                : SafeWords.show(cell);
    }

    /** A known one is told as it was, as code or label; of another nothing is. */
    private static String activity(Column column, String cell) {
        RepairedText repairedText = column.value(cell) == Column.INVALID ? column.repair(cell) : null;
        return repairedText != null && repairedText.code() == Correction.ACTIVITE_AUTRE ? repairedText.text() : cell;
    }

    /** A name may hide behind broken accents. */
    private static String nobody(String text) {
        String mended = CellText.mended(text);
        return PersonMask.mask(PersonMask.hides(mended) ? mended : text);
    }

    /** A column in which any text will do. */
    static boolean isFree(Field field) {
        return switch (field.type()) {
            case STRING ->
                field.constraints().pattern() == null
                        && field.constraints().values().isEmpty();
            case LIST -> field.list() != null && field.list().itemEnum().isEmpty();
            default -> false;
        };
    }

    /** Makes the rejects and the corrections of one file, with no more of their cells than may be kept. */
    public record Rejections(String file, String sha256, KeptCells keeping) {
        /** Refuses a row. The message is for the user, in French, and quotes no cell. */
        public RejectedRow refuse(Row row, @Nullable String column, RejectReason reason, String message) {
            return new RejectedRow(
                    file,
                    sha256,
                    row.line(),
                    row.lines(),
                    row.ordinal(),
                    column,
                    reason.name(),
                    message,
                    keeping.kept(row));
        }

        /** The corrections of a row that is taken. */
        public CorrectedRow corrected(Row row) {
            return new CorrectedRow(file, sha256, row.line(), row.ordinal(), row.corrections());
        }
    }
}
