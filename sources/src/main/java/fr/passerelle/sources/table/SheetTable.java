package fr.passerelle.sources.table;

import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.sources.cell.CellText;
import fr.passerelle.sources.table.RawTables.ArchiveEntry;
import fr.passerelle.sources.workbook.Sheet;
import fr.passerelle.sources.workbook.Workbook;
import fr.passerelle.sources.workbook.Zip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook. */
final class SheetTable implements RawTable {
    private final String name;
    private final Zip zip;
    private final Sheet sheet;
    private final boolean alone;
    private final @Nullable ArchiveEntry around;
    private int width;
    private long offset;
    private long given;
    private Sheet.@Nullable SheetRow first;
    private @Nullable RawRow last;

    /** Of a workbook, in an archive or not: both are closed with the table. */
    SheetTable(Zip zip, String name, @Nullable String sheet, @Nullable ArchiveEntry around) {
        Workbook workbook = Workbook.of(zip, name);
        this.name = name;
        this.zip = zip;
        this.sheet = workbook.open(sheet);
        this.alone = workbook.sheets().size() == 1;
        this.around = around;
    }

    @Override
    public @Nullable RawRow next() {
        Sheet.SheetRow row = peek();
        first = null;
        if (row == null) {
            return null;
        }
        RawRow.Extent extent = new RawRow.Extent(offset, row.length());
        offset += row.length();
        given++;
        int count = Math.max(row.count(), width);
        String[] cells = row.cells().length < count ? CellText.widened(row.cells(), count) : row.cells();
        RawRow record = new RawRow(row.line(), 1, cells, count, extent, row.flaw());
        last = record;
        return record;
    }

    @Override
    public void settle(RowLayout rows) {
        sheet.keepOnly(rows.kept());
        width = rows.width();
    }

    @Override
    public int width() {
        first = peek();
        return first == null ? 0 : first.count();
    }

    @Override
    public PassedLines lines() {
        long all = last == null ? 0 : last.line();
        return new PassedLines(all, all - given, 0);
    }

    @Override
    public String sha256() {
        return around == null ? sha256(zip, name) : around.sha256(name);
    }

    @Override
    public String recordSha256() {
        List<String> texts = last == null ? List.of() : last.texts();
        return Sha256.of(String.join("\t", texts).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Traits traits() {
        return new Traits("classeur", null, null, null, null, null, "n° " + sheet.number());
    }

    @Override
    public String part() {
        return (around == null ? "" : around.part()) + (alone ? "" : "#" + sheet.number());
    }

    @Override
    public void close() {
        try (around;
                zip) {
            sheet.close();
        }
    }

    static String sha256(Zip zip, String name) {
        try {
            return Sha256.of(zip.bytes());
        } catch (IOException failure) {
            throw Zip.damage(name, failure);
        }
    }

    private Sheet.@Nullable SheetRow peek() {
        return first == null ? sheet.next() : first;
    }
}
