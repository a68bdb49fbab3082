package fr.passerelle.console.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.published.reject.Reject;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.run.RunRow;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.text.Formulas;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rejects of a run as {@code ./passerelle rejects --csv} writes them: corrected, the file can be given to {@code rejects --resubmit}.
 * A cell that a spreadsheet would compute has an apostrophe before it.
 */
@Component
class RejectCsv {

    private static final String MARK = "\uFEFF";
    private static final List<String> TRACE = List.of(
            "rejet_execution",
            "rejet_source",
            "rejet_ligne",
            "rejet_rang",
            "rejet_table",
            "rejet_colonne",
            "rejet_motif",
            "rejet_explication",
            "rejet_lignes");

    private final RejectTable rejects;

    RejectCsv(RejectTable rejects) {
        this.rejects = rejects;
    }

    void write(RunRow run, @Nullable String reason, Writer out) {
        List<String> columns = columns(rejects.tables(run.no(), reason));
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(marked(out))) {
            csv.writeRecord(header(run, columns));
            rejects.each(run.no(), reason, reject -> csv.writeRecord(line(run, reject, columns)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Writer marked(Writer out) throws java.io.IOException {
        out.write(MARK);
        return out;
    }

    private static List<String> columns(List<String> tables) {
        Set<String> union = new LinkedHashSet<>();
        TableSchema.all().stream()
                .filter(schema -> tables.contains(schema.name()))
                .forEach(schema -> union.addAll(schema.header()));
        return List.copyOf(union);
    }

    private static List<String> header(RunRow run, List<String> columns) {
        List<String> header = new ArrayList<>(run.demonstration() ? List.of("rejet_avertissement") : List.of());
        header.addAll(TRACE);
        header.addAll(columns);
        return header;
    }

    static List<String> line(RunRow run, Reject reject, List<String> columns) {
        List<String> line = new ArrayList<>(run.demonstration() ? List.of("reconstitution") : List.of());
        line.addAll(List.of(
                run.id(),
                Formulas.guarded(reject.file()),
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
}
