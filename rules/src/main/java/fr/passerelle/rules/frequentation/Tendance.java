package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.event.Unite;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Change of presences from the year before to the last one, over the calendar months observed in both: a constant perimeter. */
final class Tendance {

    /** Operand: presences of the common months of the last year. */
    static final String LAST_YEAR = "presences_derniere_annee";

    /** Operand: presences of the same months of the year before. */
    static final String YEAR_BEFORE = "presences_annee_precedente";

    private Tendance() {}

    static IndicatorOutcome measure(RoomWindow room, Fenetre fenetre) {
        Map<YearMonth, MonthFigures> observed =
                room.observed().stream().collect(Collectors.toMap(MonthFigures::month, Function.identity()));
        List<YearMonth> common = room.lastYear().stream()
                .map(MonthFigures::month)
                .filter(month -> observed.containsKey(month) && observed.containsKey(month.minusYears(1)))
                .toList();
        List<MonthFigures> first =
                common.stream().map(month -> observed.get(month.minusYears(1))).toList();
        List<MonthFigures> second = common.stream().map(observed::get).toList();
        return judge(first, second, fenetre);
    }

    private static IndicatorOutcome judge(List<MonthFigures> first, List<MonthFigures> second, Fenetre fenetre) {
        Basis basis = basis(first, second, fenetre);
        if (first.size() < fenetre.tendanceMinimumMonths()) {
            return basis.unavailable(Unavailability.MOIS_COMMUNS_INSUFFISANTS);
        }
        long before = presences(first);
        return before < fenetre.tendanceMinimumPresences() || before == 0
                ? basis.unavailable(Unavailability.PRESENCES_INSUFFISANTES)
                : basis.change(Decimals.of(presences(second)), Decimals.of(before));
    }

    private static Basis basis(List<MonthFigures> first, List<MonthFigures> second, Fenetre fenetre) {
        return Basis.of(
                Stream.concat(first.stream(), second.stream()).toList(),
                whole(LAST_YEAR, presences(second), Unite.PRESENCES),
                whole(YEAR_BEFORE, presences(first), Unite.PRESENCES),
                whole("mois_communs", first.size(), Unite.MOIS),
                whole("mois_minimum", fenetre.tendanceMinimumMonths(), Unite.MOIS),
                whole("presences_minimum", fenetre.tendanceMinimumPresences(), Unite.PRESENCES));
    }

    private static long presences(List<MonthFigures> months) {
        return RoomWindow.total(months, Measure.PRESENCES);
    }
}
