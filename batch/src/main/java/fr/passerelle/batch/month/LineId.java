package fr.passerelle.batch.month;

/**
 * What identifies a line of a register that numbers them.
 *
 * @param register its name; empty for the region's own
 */
public record LineId(String register, String id) {

    /** Of a line that has an id. */
    public static LineId of(Attendance value) {
        return new LineId(value.register(), value.id());
    }
}
