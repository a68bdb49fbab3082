package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Change of presences from the year before to the last one, over the calendar months observed in both: a constant perimeter. */
final class Tendance {

    private Tendance() {}

    static Outcome measure(RoomWindow room, Fenetre fenetre) {
        Map<YearMonth, MonthFigures> observed =
                room.observed().stream().collect(Collectors.toMap(MonthFigures::month, Function.identity()));
        List<YearMonth> common = room.lastYear().stream()
                .map(MonthFigures::month)
                .filter(month -> observed.containsKey(month) && observed.containsKey(month.minusYears(1)))
                .toList();
        if (common.size() < fenetre.tendanceMinimumMonths()) {
            return Outcome.unavailable(Unavailability.MOIS_COMMUNS_INSUFFISANTS);
        }
        long first = presences(
                common.stream().map(month -> observed.get(month.minusYears(1))).toList());
        long second = presences(common.stream().map(observed::get).toList());
        return first < fenetre.tendanceMinimumPresences() || first == 0
                ? Outcome.unavailable(Unavailability.PRESENCES_INSUFFISANTES)
                : Outcome.change(Decimals.of(second), Decimals.of(first));
    }

    private static long presences(List<MonthFigures> months) {
        return RoomWindow.total(months, Measure.PRESENCES);
    }
}
