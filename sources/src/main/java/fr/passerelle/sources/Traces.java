package fr.passerelle.sources;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.table.TraceColumns;
import fr.passerelle.schemas.text.Formulas;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.RawTables;
import fr.passerelle.sources.table.Reading;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which reject each line of a corrected export corrects. Exports are corrected by hand: their traces fit in memory. */
public final class Traces {
    private static final Pattern RUN = Pattern.compile("(?:N-)?(\\d{1,12})");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})");
    private static final String TABLE = TableSchema.FREQUENTATION.name();
    private static final String OTHER_TABLE =
            " corrige une autre table que la fréquentation : l'inventaire des salles et le fichier des"
                + " intercommunalités disent tout à chaque fois. Corrigez-les eux-mêmes, redonnez-les à « ./passerelle"
                + " nightly », et retirez d'ici leurs lignes.";
    private static final String LOST =
            " : la colonne « %s » ne dit plus quel rejet la ligne corrige ; remettez-la comme dans l'export.";

    private final String name;
    private final RawRow header;

    private Traces(String name, RawRow header) {
        this.name = name;
        this.header = header;
    }

    /** The trace of each line; {@link UnusableFile} when one has none, or two the same, or it is not of attendance. */
    public static Map<Long, Trace> read(Path path, String name) {
        try (RawTable table = RawTables.open(path, name, Reading.UNDECLARED)) {
            RawRow header = table.next();
            if (header == null) {
                throw new UnusableFile(
                        "Le fichier « %s » est vide : donnez un export de rejets corrigé.".formatted(name));
            }
            table.settle(RawTable.RowLayout.anyLines(header.count()));
            return new Traces(name, header).all(table);
        }
    }

    private Map<Long, Trace> all(RawTable table) {
        Map<Long, Trace> traces = new LinkedHashMap<>();
        Set<Trace> seen = new HashSet<>();
        for (RawRow row = table.next(); row != null; row = table.next()) {
            Trace trace = trace(row);
            if (!seen.add(trace)) {
                throw refusal(row, " corrige le même rejet qu'une ligne précédente : ne gardez que la bonne.");
            }
            traces.put(row.line(), trace);
        }
        return traces;
    }

    private Trace trace(RawRow row) {
        if (row.flaw() != null || row.count() != header.count()) {
            throw refusal(row, " ne se lit pas : vérifiez ses séparateurs et ses guillemets.");
        }
        if (!cell(row, TraceColumns.TABLE).equals(TABLE)) {
            throw refusal(row, OTHER_TABLE);
        }
        return new Trace(
                number(row, TraceColumns.RUN, RUN),
                TABLE,
                Formulas.bare(cell(row, TraceColumns.SOURCE)),
                number(row, TraceColumns.LINE, NUMBER),
                (int) number(row, TraceColumns.ORDINAL, NUMBER));
    }

    private long number(RawRow row, String column, Pattern form) {
        Matcher matcher = form.matcher(cell(row, column));
        if (!matcher.matches()) {
            throw refusal(row, LOST.formatted(column));
        }
        return Long.parseLong(matcher.group(1));
    }

    private String cell(RawRow row, String column) {
        List<String> names = header.texts();
        String cell = row.text(names.indexOf(column));
        if (cell.isEmpty()) {
            throw refusal(row, LOST.formatted(column));
        }
        return cell;
    }

    private UnusableFile refusal(RawRow row, String why) {
        return new UnusableFile("Le fichier « %s », ligne %d%s".formatted(name, row.line(), why));
    }

    /** Which reject a row corrects: its run, table, source and line, and its place among the rows of that line, from 0. */
    public record Trace(long runNo, String table, String source, long line, int ordinal) {}
}
