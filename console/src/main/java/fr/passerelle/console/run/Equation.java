package fr.passerelle.console.run;

/**
 * Two counts that must be equal.
 *
 * @param what in French: what is counted on the left
 * @param other in French: what on the right
 */
record Equation(String what, long left, String other, long right) {

    public boolean holds() {
        return left == right;
    }
}
