package fr.passerelle.sources.workbook;

import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which sheet of a workbook is read: the one that is named, else the only one that can be seen. A sheet's name may name a person: no message shows it. */
final class SheetChoice {

    private SheetChoice() {}

    /**
     * Chooses.
     *
     * @param file what the workbook is called in messages
     * @param wanted name of the sheet, or {@code #2} for the second one; null for the only visible one
     * @throws UnusableFile when there is none, or more than one
     */
    static SheetEntry of(String file, List<SheetEntry> sheets, @Nullable String wanted) {
        List<SheetEntry> chosen = sheets.stream()
                .filter(sheet -> wanted == null ? sheet.visible() : is(sheet, wanted.strip()))
                .toList();
        if (chosen.size() == 1) {
            return chosen.getFirst();
        }
        throw new UnusableFile(wanted == null ? notOne(file, chosen.size()) : notNamed(file, sheets.size()));
    }

    private static boolean is(SheetEntry sheet, String wanted) {
        return sheet.name().strip().equals(wanted) || wanted.equals("#" + sheet.number());
    }

    private static String notOne(String file, int visible) {
        return visible == 0
                ? "Le classeur « %s » n'a aucune feuille visible : affichez celle à importer.".formatted(file)
                : "Le classeur « %s » a %d feuilles visibles : dites laquelle lire, par « feuille: » dans le mapping."
                        .formatted(file, visible);
    }

    private static String notNamed(String file, int sheets) {
        return "Le classeur « %s » n'a pas, parmi ses %d feuilles, celle que dit « feuille: » dans le mapping : corrigez ce nom."
                .formatted(file, sheets);
    }
}
