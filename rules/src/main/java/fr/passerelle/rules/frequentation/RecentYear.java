package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;

/**
 * The last twelve months of a room's window.
 *
 * @param open months, 0 to 12
 * @param observed of these
 * @param presences in the observed ones
 */
record RecentYear(int open, int observed, long presences) {

    private static final int MONTHS = 12;

    static RecentYear of(RoomWindow room) {
        return new RecentYear(
                Math.toIntExact(
                        room.lastYear().stream().filter(MonthFigures::isOpen).count()),
                room.observedLastYear().size(),
                RoomWindow.total(room.observedLastYear(), Measure.PRESENCES));
    }

    boolean isThin(Signalements thresholds) {
        return observed < Math.min(thresholds.recentMonthsLeast(), open);
    }

    /** As a whole year like the months observed; where none is, nothing is small. */
    boolean isSmall(Signalements thresholds) {
        return presences * MONTHS < (long) thresholds.presencesLeast() * observed;
    }
}
