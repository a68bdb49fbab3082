package fr.passerelle.batch.territory;

import fr.passerelle.schemas.event.Commune;

/** What an INSEE code designates. */
public sealed interface Resolution {

    /** A commune of today, by its own code or by a former one that became it. */
    record Known(Commune commune, String epci) implements Resolution {}

    /** No commune of the region, or a former code about which the source contradicts itself. The message is French, for the user. */
    record Unknown(String message) implements Resolution {}
}
