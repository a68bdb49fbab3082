package fr.passerelle.console.decision;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.texts.Codes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be decided on, with what is proposed for it now.
 *
 * @param id SIREN, or identifier of the room
 * @param proposed in French: the seat of the plan, or what the room becomes; null where nothing is
 * @param aid of the plan, euros; null where no cost is known, and for a room
 * @param rooms that the plan is about; 1 for a room
 */
record Subject(
        String id,
        String name,
        boolean room,
        String epciName,
        @Nullable String proposed,
        @Nullable BigDecimal aid,
        int rooms) {

    private static final int MOST = 20;

    /** That of an identifier, where something is proposed for it. */
    static Optional<Subject> of(String id, PublishedResults published) {
        Plan plan = published.proposals().plans().get(id);
        if (plan != null) {
            return Optional.of(of(plan));
        }
        var conversion = published.proposals().conversions().get(id);
        return conversion == null
                ? Optional.empty()
                : Optional.ofNullable(published.proposals().plans().get(conversion.getEpci()))
                        .flatMap(its -> its.getRooms().stream()
                                .filter(room -> room.getRoomId().equals(id) && room.getKind() != null)
                                .findFirst()
                                .map(room -> of(room, its)));
    }

    /** Those whose name or identifier holds a text, whatever its accents; at most 20. */
    static List<Subject> matching(String text, PublishedResults published) {
        String wanted = plain(text);
        return published.proposals().plans().values().stream()
                .flatMap(plan -> Stream.concat(
                        Stream.of(of(plan)),
                        plan.getRooms().stream()
                                .filter(room -> room.getKind() != null)
                                .map(room -> of(room, plan))))
                .filter(one -> plain(one.name + " " + one.id).contains(wanted))
                .limit(MOST)
                .toList();
    }

    private static Subject of(Plan plan) {
        return new Subject(
                plan.getEpci(),
                plan.getName(),
                false,
                plan.getName(),
                plan.getSiege() == null ? null : plan.getSiege().getName(),
                plan.getAidTotal(),
                plan.getRooms().size());
    }

    private static Subject of(PlanRoom room, Plan plan) {
        String kind = Objects.requireNonNull(room.getKind()).name();
        return new Subject(room.getRoomId(), room.getName(), true, plan.getName(), Codes.outcome(kind), null, 1);
    }

    private static String plain(String text) {
        return PlainText.of(text).strip();
    }
}
