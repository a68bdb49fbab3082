package fr.passerelle.sources.workbook;

import fr.passerelle.sources.archive.Zip;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A workbook of any kind that is read here. */
public abstract sealed class Workbook permits Xlsx, Ods {

    final Zip zip;
    final String file;

    Workbook(Zip zip, String file) {
        this.zip = zip;
        this.file = file;
    }

    /** Whether an archive is the inside of an office document, which {@link #of} then reads or refuses. */
    public static boolean looksLike(Zip zip) {
        return Xlsx.isIn(zip) || Ods.isIn(zip);
    }

    /**
     * The workbook in an archive.
     *
     * @param file what the workbook is called in messages
     * @throws UnusableFile when it is not a workbook
     */
    public static Workbook of(Zip zip, String file) {
        return Xlsx.isIn(zip) ? Xlsx.read(zip, file) : Ods.read(zip, file);
    }

    /** The sheets, in order. */
    public abstract List<SheetEntry> sheets();

    /**
     * Opens a sheet. Its rows must be read before the archive is closed.
     *
     * @param sheet its name, or its place ({@code #2}); null for the only visible one
     * @throws UnusableFile when which sheet to read is not clear
     */
    public Sheet open(@Nullable String sheet) {
        return open(SheetChoice.of(file, sheets(), sheet));
    }

    abstract Sheet open(SheetEntry chosen);

    void requireNoMacros(Predicate<String> isMacro) {
        if (zip.names().stream().anyMatch(isMacro)) {
            throw refusal(
                    "contient des macros, qui ne sont pas lues ici : enregistrez-le au format .xlsx, sans macros");
        }
    }

    UnusableFile refusal(String what) {
        return new UnusableFile("Le fichier « %s » %s.".formatted(file, what));
    }
}
