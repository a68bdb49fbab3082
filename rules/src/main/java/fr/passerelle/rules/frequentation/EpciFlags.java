package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the attendance of an EPCI shows beside its plan, and never decides (RULES 2). The perimeter is that of the rooms open at the as-of,
 * autonomous ones and those without a score included.
 *
 * @param flags {@link Flag#PARTIAL_RETURN} and {@link Flag#SINGLE_SOURCE_SHIFT}, where they hold
 * @param steps how each was tried
 */
public record EpciFlags(List<Flag> flags, List<RegleEssayee> steps) {

    /** @param rooms every room of the EPCI, in any order, scored as of the same month */
    public static EpciFlags of(String siren, List<Frequentation> rooms, JeuDeRegles rules) {
        List<Frequentation> open = rooms.stream()
                .filter(room -> RoomOpening.isOpen(room.getState()))
                .sorted(Comparator.comparing(Frequentation::getRoomId))
                .toList();
        PartialReturn partial = PartialReturn.of(open, rules.signalements().partialReturnShare());
        SingleSourceShift shift = SingleSourceShift.of(
                EpciTrend.of(open, rules.fenetre()), rules.signalements().singleSourceShift());
        return new EpciFlags(
                Stream.of(partial.flag(), shift.flag())
                        .flatMap(Optional::stream)
                        .toList(),
                List.of(partial.step(siren), shift.step(siren)));
    }

    /** Stable codes, in order. */
    public List<String> codes() {
        return flags.stream().map(Flag::name).toList();
    }
}
