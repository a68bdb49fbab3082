package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import java.util.EnumSet;
import java.util.Set;

/** What the months of a room show beside its score, whatever its indicators (RULES 2). */
record SeriesFlags(RoomWindow room, Signalements thresholds) {

    Set<Flag> flags() {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (room.isSpread()) {
            flags.add(Flag.SPREAD);
        }
        if (new CopiedSample(thresholds).isIn(room.months())) {
            flags.add(Flag.COPIED_SAMPLE);
        }
        if (new StructuralBreak(thresholds).isIn(room.months())) {
            flags.add(Flag.STRUCTURAL_BREAK);
        }
        RecentYear recent = RecentYear.of(room);
        if (recent.isThin(thresholds)) {
            flags.add(Flag.RECENT_DATA_THIN);
        }
        if (recent.isSmall(thresholds)) {
            flags.add(Flag.SMALL_NUMBERS);
        }
        return flags;
    }
}
