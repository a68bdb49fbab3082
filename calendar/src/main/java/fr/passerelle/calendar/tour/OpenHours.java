package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.MinuteSpan;
import fr.passerelle.calendar.rule.OpenWeek;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.sources.cell.WeeklySpans;
import fr.passerelle.study.RowFault;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hours of a place as its row tells them. */
final class OpenHours {

    private OpenHours() {}

    /**
     * Those of a row; null where it tells none.
     *
     * @throws RowFault when they cannot be read without doubt
     */
    static @Nullable OpenWeek of(LieuRow row) {
        String told = row.horaires();
        if (told == null) {
            return null;
        }
        Map<DayOfWeek, List<MinuteSpan>> spans = new EnumMap<>(DayOfWeek.class);
        WeeklySpans.read(told)
                .orElseThrow(() -> new RowFault("ses horaires ne se lisent pas. " + WeeklySpans.ADVICE))
                .days()
                .forEach((day, hours) -> spans.put(
                        day,
                        hours.stream()
                                .map(span -> new MinuteSpan(span.start(), span.end()))
                                .toList()));
        return new OpenWeek(SourceHoraires.FICHIER, spans);
    }
}
