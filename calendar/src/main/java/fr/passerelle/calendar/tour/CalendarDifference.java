package fr.passerelle.calendar.tour;

import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What two calendars hold otherwise, session by session. */
public final class CalendarDifference {

    private CalendarDifference() {}

    /** What becomes of each session of one calendar in another that is not there as it was, by identity. */
    public static List<EcartSeance> of(List<ToursComputed> before, List<ToursComputed> after) {
        SortedMap<String, SeancePlanifiee> then = sessions(before);
        SortedMap<String, SeancePlanifiee> now = sessions(after);
        TreeSet<String> all = new TreeSet<>(then.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .filter(id -> !isSame(then.get(id), now.get(id)))
                .map(id -> change(id, then.get(id), now.get(id)))
                .toList();
    }

    private static SortedMap<String, SeancePlanifiee> sessions(List<ToursComputed> sectors) {
        return sectors.stream()
                .flatMap(sector -> sector.getSeances().stream())
                .collect(Collectors.toMap(
                        SeancePlanifiee::getSeance, session -> session, (one, other) -> one, TreeMap::new));
    }

    private static boolean isSame(@Nullable SeancePlanifiee before, @Nullable SeancePlanifiee after) {
        return isSameTime(before, after)
                && before != null
                && after != null
                && before.getAnimateur().equals(after.getAnimateur());
    }

    private static boolean isSameTime(@Nullable SeancePlanifiee before, @Nullable SeancePlanifiee after) {
        return before != null
                && after != null
                && before.getDay().equals(after.getDay())
                && before.getStart() == after.getStart();
    }

    private static EcartSeance change(String id, @Nullable SeancePlanifiee before, @Nullable SeancePlanifiee after) {
        SeancePlanifiee either = before == null ? Objects.requireNonNull(after) : before;
        EcartSeance.Builder change = EcartSeance.newBuilder()
                .setSeance(id)
                .setEtape(either.getEtape())
                .setNature(nature(before, after));
        if (before != null) {
            change.setDayBefore(before.getDay())
                    .setStartBefore(before.getStart())
                    .setAnimateurBefore(before.getAnimateur());
        }
        if (after != null) {
            change.setDayAfter(after.getDay()).setStartAfter(after.getStart()).setAnimateurAfter(after.getAnimateur());
        }
        return change.build();
    }

    private static NatureEcartSeance nature(@Nullable SeancePlanifiee before, @Nullable SeancePlanifiee after) {
        if (before == null) {
            return NatureEcartSeance.AJOUTEE;
        }
        if (after == null) {
            return NatureEcartSeance.SUPPRIMEE;
        }
        return isSameTime(before, after) ? NatureEcartSeance.CONFIEE_A_UN_AUTRE : NatureEcartSeance.DEPLACEE;
    }
}
