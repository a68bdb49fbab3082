package fr.passerelle.published.reject;

import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.table.TraceColumns;
import fr.passerelle.schemas.text.Formulas;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns of an export of rejects: first the trace, by which a corrected line finds its reject again, then those to correct, then the others of the tables. */
public final class RejectColumns {

    private static final String RECONSTITUTION = "reconstitution";

    private final boolean demonstration;
    private final List<String> columns;

    /**
     * @param tables names of the tables whose rejects are exported
     * @param atFault names of the columns to correct, in the order in which they come first
     * @param demonstration whether each line says first that the data are a reconstruction
     */
    RejectColumns(List<String> tables, List<String> atFault, boolean demonstration) {
        this.demonstration = demonstration;
        Set<String> union = new LinkedHashSet<>();
        TableSchema.all().stream()
                .filter(schema -> tables.contains(schema.name()))
                .forEach(schema -> union.addAll(schema.header()));
        List<String> first = new ArrayList<>(atFault);
        first.retainAll(union);
        union.removeAll(first);
        first.addAll(union);
        this.columns = List.copyOf(first);
    }

    /** The names of all of them. */
    public List<String> header() {
        List<String> header = warned(TraceColumns.WARNING);
        header.addAll(TraceColumns.NAMES);
        header.add(TraceColumns.LINES);
        header.addAll(columns);
        return header;
    }

    /** What they hold for a reject; a cell that a spreadsheet would compute has an apostrophe before it. */
    public List<String> line(Reject reject) {
        List<String> line = warned(RECONSTITUTION);
        line.addAll(List.of(
                Run.idOf(reject.runNo()),
                Formulas.guarded(reject.source()),
                Long.toString(reject.line()),
                Integer.toString(reject.ordinal()),
                reject.table(),
                reject.column() == null ? "" : reject.column(),
                reject.reason(),
                reject.message(),
                Integer.toString(reject.lines())));
        columns.forEach(column -> line.add(Formulas.guarded(reject.cells().getOrDefault(column, ""))));
        return line;
    }

    private List<String> warned(String text) {
        List<String> line = new ArrayList<>();
        if (demonstration) {
            line.add(text);
        }
        return line;
    }
}
