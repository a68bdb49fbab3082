package fr.passerelle.demo.reconstruction;

import java.io.Closeable;
import java.time.LocalDate;

/** The register of one intercommunalité that comes back in a form of its own, instead of the canonical file. */
interface OwnForm extends Closeable {

    /** Whether a row of this room, grain and state is written there. */
    boolean takes(Room room, String grain, String state);

    /** Writes a row; rows come month after month. */
    void row(Room room, LocalDate day, String activity, RegisterCounts tally);

    /** Writes what has to be rejected or corrected, and lists it. */
    void plant(Anomalies anomalies);
}
