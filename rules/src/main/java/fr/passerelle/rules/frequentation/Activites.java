package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.ActivitePratiquee;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people came for: the presences of some months by activity. */
final class Activites {

    private static final Comparator<ActivitePratiquee> MOST_ATTENDED = Comparator.comparingLong(
                    ActivitePratiquee::getPresences)
            .reversed()
            .thenComparing(ActivitePratiquee::getActivity);

    private Activites() {}

    /** The activities with presences, most attended first, then by name. */
    static List<ActivitePratiquee> of(List<MonthFigures> months) {
        Map<String, Long> presences = new TreeMap<>();
        months.forEach(month ->
                month.presencesByActivity().forEach((activity, count) -> presences.merge(activity, count, Long::sum)));
        return presences.entrySet().stream()
                .filter(activity -> activity.getValue() > 0)
                .map(activity -> new ActivitePratiquee(activity.getKey(), activity.getValue()))
                .sorted(MOST_ATTENDED)
                .toList();
    }
}
