package fr.passerelle.bench.measure;

/**
 * A process whose cost counts, with all that descends from it.
 *
 * @param name how the table calls it
 * @param pid its id
 * @param ends whether it is a child of ours that ends while it is measured, the only one to do so
 */
public record MeteredProcess(String name, long pid, boolean ends) {

    /** A process that stays. */
    public static MeteredProcess server(String name, long pid) {
        return new MeteredProcess(name, pid, false);
    }

    /** A child of ours, waited for. */
    public static MeteredProcess child(String name, long pid) {
        return new MeteredProcess(name, pid, true);
    }
}
