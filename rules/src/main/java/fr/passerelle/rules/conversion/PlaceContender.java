package fr.passerelle.rules.conversion;

import java.util.Comparator;
import java.util.Objects;

/** A place as the comparison of an EPCI's places takes it. */
record PlaceContender(PlaceCandidature<?> standing, Merits merits) {

    /** By identifier, a room before a site of the same one. */
    static final Comparator<PlaceContender> BY_ID = Comparator.comparing(PlaceContender::id)
            .thenComparing(contender -> contender.place().kind());

    /** Merits, then score. A site after rooms, and identifiers last, only so that the same facts always give the same order. */
    static final Comparator<PlaceContender> ORDER = Comparator.comparing(PlaceContender::merits, Merits.ORDER)
            .thenComparing(contender -> contender.place().score(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(BY_ID);

    Place place() {
        return standing.place();
    }

    private String id() {
        return place().id();
    }

    /** Nothing of the order tells them apart, not even the score. */
    boolean isLevelWith(PlaceContender other) {
        return merits.areLevelWith(other.merits)
                && Objects.equals(place().score(), other.place().score());
    }

    /**
     * Nothing separates them: the same merits, and bounds that overlap or touch. A site has neither score nor bounds: there is nothing to
     * compare with a room's or another site's, so that nothing separates them either and the EPCI chooses.
     */
    boolean tiesWith(PlaceContender other) {
        return merits.areLevelWith(other.merits) && !(isAbove(other) || other.isAbove(this));
    }

    private boolean isAbove(PlaceContender other) {
        Integer low = place().low();
        Integer high = other.place().high();
        return low != null && high != null && low > high;
    }
}
