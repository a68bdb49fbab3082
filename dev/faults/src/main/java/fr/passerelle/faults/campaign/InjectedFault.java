package fr.passerelle.faults.campaign;

import fr.passerelle.faults.fault.Evidence;

/**
 * A fault that was injected.
 *
 * @param fault its name
 * @param when the moment that was drawn
 */
public record InjectedFault(String fault, String when, Evidence evidence) {

    String line() {
        return fault + " (" + when + ") : " + (evidence.fired() ? "a eu lieu" : "N'A PAS EU LIEU") + ", "
                + evidence.what();
    }
}
