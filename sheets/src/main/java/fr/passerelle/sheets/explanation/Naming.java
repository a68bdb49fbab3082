package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the places of a plan are named in a sentence: by their commune where it has one of them only, else with their own name too. */
public record Naming(List<Siege> places) {

    public static Naming of(Plan plan) {
        Stream<Siege> rooms = plan.getRooms().stream().map(Naming::siege);
        Stream<Siege> sites = plan.getCandidates().stream()
                .map(Concurrent::getSiege)
                .filter(siege -> siege.getKind() == SiegeKind.SITE);
        return new Naming(Stream.concat(rooms, sites).toList());
    }

    public static Siege siege(PlanRoom room) {
        return new Siege(SiegeKind.SALLE, room.getRoomId(), room.getName(), room.getInsee(), room.getCommune());
    }

    /** A place of the plan by its identifier. */
    Optional<Siege> find(String id) {
        return places.stream().filter(place -> place.getId().equals(id)).findFirst();
    }

    /** « à Ham ». */
    public String at(Siege place) {
        return place.getCommune() == null
                ? unplaced("lieu.sans.commune.a", place.getName())
                : precise(place, FrenchNames.at(place.getCommune()));
    }

    /** « de Ham ». */
    public String of(Siege place) {
        return place.getCommune() == null
                ? unplaced("lieu.sans.commune.de", place.getName())
                : precise(place, FrenchNames.of(place.getCommune()));
    }

    /** « Ham ». */
    public String bare(Siege place) {
        return place.getCommune() == null
                ? unplaced("lieu.sans.commune", place.getName())
                : precise(place, place.getCommune());
    }

    /** « à Ham (« Bibliothèque municipale ») ». */
    public String at(Host host) {
        if (host.getCommune() == null) {
            return unplaced("lieu.sans.commune.a", host.getName());
        }
        String at = FrenchNames.at(host.getCommune());
        return switch (host.getKind()) {
            case SALLE -> at(new Siege(SiegeKind.SALLE, id(host), host.getName(), host.getInsee(), host.getCommune()));
            case LIEU_PUBLIC -> named(at, host.getName());
            case SALLE_COMMUNALE -> Textes.say("lieu.salle.communale", Map.of("lieu", at));
        };
    }

    private static String id(Host host) {
        String id = host.getId();
        return id == null ? HostKind.SALLE.name() : id;
    }

    private String precise(Siege place, String placed) {
        boolean alone = places.stream()
                .noneMatch(other -> other.getInsee().equals(place.getInsee())
                        && !other.getId().equals(place.getId()));
        return alone && place.getKind() == SiegeKind.SALLE ? placed : named(placed, place.getName());
    }

    private static String named(String placed, String name) {
        return Textes.say("lieu.precise", Map.of("lieu", placed, "nom", name));
    }

    private static String unplaced(String key, @Nullable String name) {
        return Textes.say(key, Map.of("nom", String.valueOf(name)));
    }
}
