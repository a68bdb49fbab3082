package fr.passerelle.bench.measure;

/**
 * A process whose cost counts, with all that descends from it.
 *
 * @param name how the table calls it
 * @param pid its id
 * @param ends whether it is a child of ours that ends while it is measured, the only one to do so
 */
public record Watched(String name, long pid, boolean ends) {

    /** A process that stays. */
    public static Watched server(String name, long pid) {
        return new Watched(name, pid, false);
    }

    /** A child of ours, waited for. */
    public static Watched child(String name, long pid) {
        return new Watched(name, pid, true);
    }
}
