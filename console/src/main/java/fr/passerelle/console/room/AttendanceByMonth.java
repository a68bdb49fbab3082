package fr.passerelle.console.room;

import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.ScriptJson;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.rules.frequentation.SeriesSigns;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A room's attendance by month, up to the month of the situation.
 *
 * @param months in order, without hole
 */
record AttendanceByMonth(List<MonthLine> months) {

    private static final int LONGEST = 48;

    /** The latest four years at most. */
    static AttendanceByMonth of(RoomFacts facts, YearMonth asOf, JeuDeRegles rules) {
        List<RoomMonth> all = RoomMonth.of(facts, asOf);
        SeriesSigns signs = SeriesSigns.of(facts, asOf, rules);
        YearMonth start = asOf.minusMonths(rules.fenetre().months() - 1L);
        return new AttendanceByMonth(all.subList(Math.max(0, all.size() - LONGEST), all.size()).stream()
                .map(month -> line(month, signs, start))
                .toList());
    }

    private static MonthLine line(RoomMonth month, SeriesSigns signs, YearMonth start) {
        return new MonthLine(
                month.month().toString(),
                month.state(),
                month.presences(),
                month.sessions(),
                month.scolaires(),
                !month.month().isBefore(start),
                month.spread(),
                signs.copied().contains(month.month()),
                signs.breaks().filter(month.month()::equals).isPresent());
    }

    /** The latest month first. */
    public List<MonthLine> latestFirst() {
        return months.reversed();
    }

    /** What the picture is drawn from: one list a kind, one item a month. */
    public String json() {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("mois", each(month -> PageFrench.INSTANCE.month(month.month())));
        picture.put("presences", each(MonthLine::presences));
        picture.put("etats", each(month -> month.state().name()));
        picture.put("comptes", each(MonthLine::counted));
        picture.put("repartis", each(MonthLine::spread));
        picture.put("copies", each(MonthLine::copied));
        picture.put("ruptures", each(MonthLine::breaks));
        return ScriptJson.of(picture);
    }

    private List<@Nullable Object> each(Function<MonthLine, @Nullable Object> kind) {
        List<@Nullable Object> items = new ArrayList<>();
        months.forEach(month -> items.add(kind.apply(month)));
        return items;
    }

    /**
     * A month of a room, as its table and its picture show it.
     *
     * @param month YYYY-MM
     * @param copied whether it is one of those that say the same as the months beside them
     * @param breaks whether from it on the room is counted on another scale
     */
    record MonthLine(
            String month,
            RoomMonth.State state,
            @Nullable Long presences,
            @Nullable Long sessions,
            @Nullable Long scolaires,
            boolean counted,
            boolean spread,
            boolean copied,
            boolean breaks) {}
}
