package fr.passerelle.published.run;

/**
 * What became of the records that rested on withdrawn files.
 *
 * @param withdrawn those that no remaining file says
 * @param restored those that have the earlier value of another file again
 * @param unchanged those of which another file says the same, or had already said otherwise
 * @param overlapping those whose earlier value would straddle another period of their room: it did not come back, and they are withdrawn
 */
public record WithdrawalCounts(long withdrawn, long restored, long unchanged, long overlapping) {

    /** Nothing was withdrawn. */
    public static final WithdrawalCounts NONE = new WithdrawalCounts(0, 0, 0, 0);

    /** Both together. */
    public WithdrawalCounts plus(WithdrawalCounts other) {
        return new WithdrawalCounts(
                withdrawn + other.withdrawn,
                restored + other.restored,
                unchanged + other.unchanged,
                overlapping + other.overlapping);
    }
}
