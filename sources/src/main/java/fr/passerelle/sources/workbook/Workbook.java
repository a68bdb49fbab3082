package fr.passerelle.sources.workbook;

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

    /** The workbook in an archive; {@link UnusableFile} when there is none. */
    public static Workbook of(Zip zip, String file) {
        return Xlsx.isIn(zip) ? new Xlsx(zip, file) : new Ods(zip, file);
    }

    /** The sheets, in order. */
    public abstract List<SheetEntry> sheets();

    /**
     * Opens a sheet by its name or its place ({@code #2}), null for the only visible one; its rows are to be read before the archive is closed.
     * {@link UnusableFile} when which one is not clear.
     */
    public Sheet open(@Nullable String sheet) {
        return open(choice(sheets(), sheet));
    }

    abstract Sheet open(SheetEntry chosen);

    void requireNoMacros(Predicate<String> isMacro) {
        if (zip.names().stream().anyMatch(isMacro)) {
            throw zip.refusal(
                    "contient des macros, qui ne sont pas lues ici : enregistrez-le au format .xlsx, sans macros");
        }
    }

    /** The sheet that is named, or {@code #2} for the second one; else the only one that can be seen. */
    private SheetEntry choice(List<SheetEntry> sheets, @Nullable String wanted) {
        List<SheetEntry> chosen = sheets.stream()
                .filter(sheet -> wanted == null
                        ? sheet.visible()
                        : List.of(sheet.name().strip(), "#" + sheet.number()).contains(wanted.strip()))
                .toList();
        if (chosen.size() == 1) {
            return chosen.getFirst();
        }
        if (wanted != null) {
            throw new UnusableFile(
                    "Le classeur « %s » n'a pas, parmi ses %d feuilles, celle que dit « feuille: » dans le mapping : corrigez ce nom."
                            .formatted(file, sheets.size()));
        }
        throw new UnusableFile(
                chosen.isEmpty()
                        ? "Le classeur « %s » n'a aucune feuille visible : affichez celle à importer.".formatted(file)
                        : "Le classeur « %s » a %d feuilles visibles : dites laquelle lire, par « feuille: » dans le mapping."
                                .formatted(file, chosen.size()));
    }

    /** A sheet as its workbook lists it, by its place from 1, and the part where its rows are. Its name may name a person. */
    public record SheetEntry(int number, String name, boolean visible, String part) {}

    static UnusableFile tooManyCells(String file) {
        return new UnusableFile(
                "Une feuille du classeur « %s » va au-delà de %d lignes ou de %d colonnes, ou répète ses cellules sans mesure : retirez ce qui est de trop, ou enregistrez-la en .csv."
                        .formatted(file, Sheet.RowCells.MAX_ROWS, Sheet.RowCells.MAX_CELLS));
    }
}
