package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.Glob;
import fr.passerelle.sources.table.RawRow;
import java.util.BitSet;
import java.util.List;

/** Recognises records that are no rows: totals, and the header where it is repeated. */
final class Controls {

    private final int[] kept;
    private final String[] header;
    private final int totalPlace;
    private final Glob[] totals;

    /**
     * @param kept cells that are used
     * @param header names of all columns, cleaned
     * @param headless whether these names are not in the file
     * @param totalPlace the cell that tells totals; -1 for none
     * @param totals what it then holds
     */
    Controls(BitSet kept, List<String> header, boolean headless, int totalPlace, List<Glob> totals) {
        this.kept = headless ? new int[0] : kept.stream().toArray();
        this.header = header.toArray(String[]::new);
        this.totalPlace = totalPlace;
        this.totals = totals.toArray(Glob[]::new);
    }

    boolean holds(RawRow record) {
        return isTotal(record) || isHeader(record);
    }

    private boolean isTotal(RawRow record) {
        if (totalPlace < 0) {
            return false;
        }
        String text = record.text(totalPlace);
        for (Glob total : totals) {
            if (total.fits(text)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeader(RawRow record) {
        for (int place : kept) {
            if (!same(record.text(place), header[place])) {
                return false;
            }
        }
        return kept.length > 0;
    }

    /** Most records part from the header at the first letter. */
    private static boolean same(String text, String name) {
        boolean begun = !text.isEmpty() && !name.isEmpty() && text.charAt(0) == name.charAt(0);
        return text.equals(name) || (begun && HeaderText.clean(text).equals(name));
    }
}
