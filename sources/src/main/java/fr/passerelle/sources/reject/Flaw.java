package fr.passerelle.sources.reject;

/**
 * Why a record cannot be used as it stands.
 *
 * @param place cell at fault, from 0; {@link #WHOLE} where the cells cannot be told apart
 * @param message French sentence for the user, without any cell
 */
public record Flaw(RejectReason reason, int place, String message) {
    /** It is the whole record. */
    public static final int WHOLE = -1;
}
