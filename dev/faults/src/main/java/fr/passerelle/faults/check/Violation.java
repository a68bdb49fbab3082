package fr.passerelle.faults.check;

/**
 * One promise that a history breaks.
 *
 * @param detail where, with the numbers, in French; never what a row says
 */
public record Violation(Promise promise, String detail) {

    @Override
    public String toString() {
        return promise + " (" + promise.french() + ") : " + detail;
    }
}
