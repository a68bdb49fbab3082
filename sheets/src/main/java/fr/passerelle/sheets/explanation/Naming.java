package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** A place by its identifier, named so; the identifier itself where it is none of them. */
    String named(String id, Function<Siege, String> how) {
        return places.stream()
                .filter(place -> place.getId().equals(id))
                .findFirst()
                .map(how)
                .orElse(id);
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
            case SALLE -> {
                String id = Objects.requireNonNullElse(host.getId(), HostKind.SALLE.name());
                yield at(new Siege(SiegeKind.SALLE, id, host.getName(), host.getInsee(), host.getCommune()));
            }
            case LIEU_PUBLIC -> named(at, host.getName());
            case SALLE_COMMUNALE -> Textes.say("lieu.salle.communale", Map.of("lieu", at));
        };
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

    /** What a rule was tried on, as a table names it: « Salle du bourg (02-1) » where the log has {@code room:02-1}. */
    record SubjectNames(Dossier dossier) {

        private static final Pattern SUBJECT = Pattern.compile("(room|site|epci|place|commune):(.*)");

        /** The name of a subject, with its identifier; what is no subject stays as it is. */
        String of(String text) {
            Matcher subject = SUBJECT.matcher(text);
            return subject.matches() ? named(subject.group(1), subject.group(2)) : text;
        }

        String commune(String insee) {
            return named("commune", insee);
        }

        private String named(String kind, String id) {
            return name(kind, id)
                    .map(name -> Textes.say("sujet.nom", Map.of("nom", name, "id", id)))
                    .orElseGet(() -> Textes.say("sujet." + kind, Map.of("id", id)));
        }

        private Optional<String> name(String kind, String id) {
            return switch (kind) {
                case "room" -> dossier.room(id).map(PlanRoom::getName);
                case "site" -> dossier.site(id).map(site -> site.getSiege().getName());
                case "place" ->
                    hosts().filter(host -> host.getKind() == HostKind.LIEU_PUBLIC && id.equals(host.getId()))
                            .map(Host::getName)
                            .findFirst();
                case "commune" -> communeName(id);
                default ->
                    dossier.plan().getEpci().equals(id)
                            ? Optional.of(FrenchNames.epci(dossier.plan().getName()))
                            : Optional.empty();
            };
        }

        private Optional<String> communeName(String insee) {
            return Stream.of(
                            dossier.plan().getRooms().stream().map(Naming::siege),
                            dossier.plan().getCandidates().stream().map(Concurrent::getSiege),
                            hosts().map(host -> new Siege(
                                    SiegeKind.SALLE, insee, host.getName(), host.getInsee(), host.getCommune())))
                    .flatMap(places -> places)
                    .filter(place -> place.getInsee().equals(insee))
                    .map(Siege::getCommune)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        private Stream<Host> hosts() {
            return dossier.conversions().stream().map(Conversion::getHost).filter(Objects::nonNull);
        }
    }
}
