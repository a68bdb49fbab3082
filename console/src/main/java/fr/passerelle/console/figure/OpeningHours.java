package fr.passerelle.console.figure;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.frequentation.RoomOpening;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How long the rooms that are open today say they are open: real hours where they are known, else those declared.
 *
 * @param rooms that say it, from 0
 * @param aMonth hours of all of these together, a week's fifty-two times over twelve, rounded down
 */
public record OpeningHours(int rooms, long aMonth) {

    private static final int WEEKS = 52;
    private static final int MONTHS = 12;
    private static final int HUNDREDTHS = 100;

    static OpeningHours of(Collection<Plan> plans, PublishedResults published) {
        List<Integer> hundredths = plans.stream()
                .flatMap(plan -> plan.getRooms().stream())
                .filter(room -> RoomOpening.isOpen(room.getState()))
                .map(room -> published.rooms().get(room.getRoomId()))
                .filter(Objects::nonNull)
                .flatMap(OpeningHours::weekly)
                .toList();
        long week = hundredths.stream().mapToLong(Integer::longValue).sum();
        return new OpeningHours(hundredths.size(), week * WEEKS / MONTHS / HUNDREDTHS);
    }

    private static Stream<Integer> weekly(RoomInventoried room) {
        Integer real = room.getWeeklyHoursRealHundredths();
        return Stream.ofNullable(real == null ? room.getWeeklyHoursDeclaredHundredths() : real);
    }
}
