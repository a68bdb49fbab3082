package fr.passerelle.console.room;

import fr.passerelle.console.map.Mark;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A room of the inventory with what is published of it: the code of its commune where nobody knows its name, whether its EPCI has a plan, and
 * so a page; no conversion for a room that is never converted.
 */
public record RoomRow(
        RoomInventoried room,
        String communeName,
        Departement departement,
        String epciName,
        boolean planned,
        @Nullable Conversion conversion,
        @Nullable Frequentation score) {

    /** What becomes of a room that is never converted. */
    static final String NOTHING = "AUCUNE";

    /** Made once: a list of all rooms asks for them a row. */
    private static final Map<Candidature, String> CANDIDATURES = Stream.of(Candidature.values())
            .collect(Collectors.toMap(Function.identity(), one -> Textes.word("candidature", one)));

    static List<RoomRow> all(PublishedResults published) {
        Map<String, String> communes = communes(published);
        return published.rooms().values().stream()
                .map(room -> of(published, room, communes))
                .toList();
    }

    /** Their names, by INSEE code. */
    static Map<String, String> communes(PublishedResults published) {
        return published.epcis().values().stream()
                .flatMap(epci -> epci.getCommunes().stream())
                .collect(Collectors.toMap(Commune::getInsee, Commune::getName, (one, other) -> other));
    }

    static RoomRow of(PublishedResults published, RoomInventoried room, Map<String, String> communes) {
        return new RoomRow(
                room,
                communes.getOrDefault(room.getInsee(), room.getInsee()),
                Departement.of(room.getInsee()),
                published.epciName(room.getEpci()),
                published.proposals().plans().containsKey(room.getEpci()),
                published.proposals().conversions().get(room.getRoomId()),
                published.proposals().scores().get(room.getRoomId()));
    }

    /** What becomes of it: a tiers lieu, an étape nomade or nothing. */
    String kind() {
        return conversion == null ? NOTHING : conversion.getKind().name();
    }

    /** Key of the words of that. */
    public String words() {
        return conversion != null && conversion.getProvisoire() ? kind() + ".provisoire" : kind();
    }

    /** Where it waits for somebody, that; else what becomes of it. */
    public Mark mark() {
        return conversion != null && conversion.getKind() == ConversionKind.TIERS_LIEU
                ? Mark.TIERS_LIEU
                : Mark.of(conversion == null ? null : conversion.getCandidature());
    }

    /** Where it stands, in French; empty for a room that is never converted. */
    public String candidature() {
        return conversion == null ? "" : Objects.requireNonNull(CANDIDATURES.get(conversion.getCandidature()));
    }

    /** What its score says; null where it has none. */
    <T> @Nullable T scored(Function<Frequentation, @Nullable T> value) {
        return score == null ? null : value.apply(score);
    }

    /** Whether its score has bounds that are not the score itself. */
    public boolean isUnsure() {
        return score != null && score.getLow() != null && !score.getLow().equals(score.getHigh());
    }
}
