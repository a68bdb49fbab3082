package fr.passerelle.sources.reject;

/** Why a record cannot be used, in French, without any cell; by the cell at fault, from 0, or {@link #WHOLE}. */
public record Flaw(RejectReason reason, int place, String message) {
    /** It is the whole record. */
    public static final int WHOLE = -1;
}
