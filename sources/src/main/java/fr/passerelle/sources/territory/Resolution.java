package fr.passerelle.sources.territory;

import fr.passerelle.schemas.event.Commune;

/** What an INSEE code designates. */
public sealed interface Resolution {

    /** A commune of today, by its own code or by a former one that became it. */
    record Known(Commune commune, String epci) implements Resolution {}

    /** A country other than France, by its code of the official geographic code: it has neither commune nor EPCI here. */
    record Abroad(String code) implements Resolution {}

    /** No commune of the region. The message is French, for the user. */
    record Unknown(String message) implements Resolution {}

    /** A former code about which the source contradicts itself. The message is French, for the user. */
    record Contradictory(String message) implements Resolution {}
}
