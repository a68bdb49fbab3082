package fr.passerelle.sources.workbook;

import fr.passerelle.sources.archive.Zip;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Workbooks of every kind that is read here. */
public final class Workbook {

    private Workbook() {}

    /** Whether an archive is the inside of an office document, which {@link #open} then reads or refuses. */
    public static boolean looksLike(Zip zip) {
        return Xlsx.looksLike(zip) || Ods.looksLike(zip);
    }

    /**
     * Opens a sheet. Its rows must be read before the archive is closed.
     *
     * @param file what the workbook is called in messages
     * @param sheet its name, or its place ({@code #2}); null for the only visible one
     * @throws UnusableFile when it is not a workbook, or which sheet to read is not clear
     */
    public static Sheet open(Zip zip, String file, @Nullable String sheet) {
        return Xlsx.looksLike(zip) ? Xlsx.open(zip, file, sheet) : Ods.open(zip, file, sheet);
    }

    /**
     * The sheets, in order.
     *
     * @param file what the workbook is called in messages
     * @throws UnusableFile when it is not a workbook
     */
    public static List<SheetEntry> sheets(Zip zip, String file) {
        return Xlsx.looksLike(zip) ? Xlsx.sheets(zip, file) : Ods.sheets(zip, file);
    }
}
