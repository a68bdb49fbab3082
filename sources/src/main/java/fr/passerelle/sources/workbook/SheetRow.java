package fr.passerelle.sources.workbook;

import fr.passerelle.sources.reject.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet.
 *
 * @param line its number as people see it, from 1
 * @param cells texts, stripped, at least {@code count} of them; empty for none
 * @param count number of the last cell that holds something, from 1
 * @param length characters of its texts
 * @param fault the first thing that is wrong with it, null when nothing is
 */
@SuppressWarnings("ArrayRecordComponent") // one row among millions: no copy
public record SheetRow(
        long line,
        String[] cells,
        int count,
        long length,
        @Nullable Fault fault) {

    /** The same cells on another line. */
    SheetRow at(long other) {
        return new SheetRow(other, cells.clone(), count, length, fault);
    }

    /**
     * Why a cell cannot be used as it stands.
     *
     * @param place of the cell, from 0
     * @param message French sentence for the user, without the cell
     */
    public record Fault(RejectReason reason, int place, String message) {}
}
