package fr.passerelle.texts.tour;

import fr.passerelle.texts.Block;
import fr.passerelle.texts.Document;
import fr.passerelle.texts.Textes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sessions of a place, to put up on its door: those that stand, by month, from the day on which people were last told. */
public final class DoorCalendar {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int MINUTES_AN_HOUR = 60;

    private DoorCalendar() {}

    /**
     * The page of a place.
     *
     * @param sessions all those of the place, one at least
     */
    public static Document of(Collection<SessionEvent> sessions) {
        Instant last = sessions.stream()
                .map(SessionEvent::told)
                .max(Instant::compareTo)
                .orElseThrow();
        LocalDate day = LocalDate.ofInstant(last, PARIS);
        List<SessionEvent> standing = sessions.stream()
                .filter(session -> session.state() != SessionEvent.State.CANCELLED
                        && !session.day().isBefore(day))
                .sorted(Comparator.comparing(SessionEvent::day).thenComparingInt(SessionEvent::start))
                .toList();
        SessionEvent any = sessions.iterator().next();
        List<Block> blocks = new ArrayList<>();
        if (any.demonstration()) {
            blocks.add(new Block.Paragraph(Textes.say("affiche.reconstitution")));
        }
        if (standing.isEmpty()) {
            blocks.add(new Block.Paragraph(Textes.say("affiche.rien")));
        }
        standing.stream()
                .collect(Collectors.groupingBy(
                        session -> YearMonth.from(session.day()), TreeMap::new, Collectors.toList()))
                .forEach((month, own) -> {
                    blocks.add(new Block.Heading(2, Textes.say("mois.annee", Map.of("jour", month.atDay(1)))));
                    blocks.add(
                            new Block.Items(own.stream().map(DoorCalendar::line).toList()));
                });
        String since = Textes.say(day.getDayOfMonth() == 1 ? "jour.premier" : "jour", Map.of("jour", day));
        blocks.add(new Block.Paragraph(Textes.say("affiche.etabli", Map.of("jour", since))));
        SessionVenue venue = any.venue();
        return new Document(
                Textes.say("affiche.titre", Map.of("lieu", venue.name(), "commune", venue.commune())), blocks);
    }

    private static String line(SessionEvent session) {
        return Textes.say(
                session.day().getDayOfMonth() == 1 ? "affiche.seance.premier" : "affiche.seance",
                Map.of("jour", session.day(), "debut", hour(session.start()), "fin", hour(session.end())));
    }

    private static String hour(int minute) {
        return Textes.say(
                "affiche.heure",
                Map.of(
                        "heure", String.valueOf(minute / MINUTES_AN_HOUR),
                        "minute", "%02d".formatted(minute % MINUTES_AN_HOUR)));
    }
}
