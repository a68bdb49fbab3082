package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.Flaw;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts to read. */
final class Texts {

    private Texts() {}

    /** What a text is read as. */
    record Read(List<RawRow> rows, List<String> hashes, RawTable.Traits traits, RawTable.PassedLines passed) {

        List<List<String>> cells() {
            return rows.stream().map(RawRow::texts).toList();
        }

        List<Long> lines() {
            return rows.stream().map(RawRow::line).toList();
        }

        RawRow row(int place) {
            return rows.get(place);
        }

        Flaw flaw(int place) {
            Flaw flaw = rows.get(place).flaw();
            if (flaw == null) {
                throw new AssertionError("Row " + place + " has no flaw");
            }
            return flaw;
        }
    }

    static Read read(String text) {
        return read(text, "UTF-8", Reading.UNDECLARED);
    }

    static Read read(String text, String charset, Reading reading) {
        return read(text.getBytes(Charset.forName(charset)), reading);
    }

    static Read read(byte[] bytes, Reading reading) {
        return read(bytes, reading, null);
    }

    /** @param layout what the records after the first one are like */
    static Read rows(String text, RawTable.RowLayout layout) {
        return read(text.getBytes(StandardCharsets.UTF_8), Reading.UNDECLARED, layout);
    }

    private static Read read(byte[] bytes, Reading reading, RawTable.@Nullable RowLayout layout) {
        List<RawRow> rows = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        try (RawTable table = CsvTable.open(() -> new ByteArrayInputStream(bytes), "x.csv", reading)) {
            for (RawRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
                hashes.add(table.recordSha256());
                if (layout != null && rows.size() == 1) {
                    table.settle(layout);
                }
            }
            return new Read(rows, hashes, table.traits(), table.lines());
        }
    }

    static Reading in(String charset) {
        return new Reading(charset, null, null, null, null, null);
    }

    static Reading dialect(char separator, char quote, @Nullable Character escape) {
        return new Reading(null, separator, quote, escape, null, null);
    }
}
