package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who hosts the nomadic sessions of a room (RULES 4.5): the room, else a public place of its commune, else the nearest of the EPCI within the
 * radius, else a hall to ask the maire for.
 */
public record Hosts(EpciDescribed epci, int radiusMetres) {

    private static final String COMMUNAL_HALL = "salle communale, accord du maire à demander";

    /** The longest open comes first, since a session fits its hours best; unknown hours last, then by id. */
    private static final Comparator<PublicPlace> LONGEST_OPEN = Comparator.comparing(
                    PublicPlace::getWeeklyHoursHundredths, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()
            .thenComparing(PublicPlace::getId);

    private static final Comparator<Near> NEAREST =
            Comparator.comparingLong(Near::metres).thenComparing(Near::place, LONGEST_OPEN);

    /** The one that is taken; the steps that led to it are added to those of its étape. */
    Host of(ScoredRoom scored, List<RegleEssayee> trace) {
        RoomInventoried room = scored.room();
        return itself(scored, trace)
                .or(() -> inItsCommune(room, trace))
                .or(() -> nearby(room, trace))
                .or(() -> taken(
                        trace,
                        Steps.commune(room.getInsee()),
                        host(HostKind.SALLE_COMMUNALE, COMMUNAL_HALL, room.getInsee())))
                .orElseThrow();
    }

    private static Optional<Host> taken(List<RegleEssayee> trace, String on, Host.Builder host, Operande... operands) {
        trace.add(Steps.decided(Rule.HOTE, on, host.getKind().name(), operands));
        return Optional.of(host.build());
    }

    private static Optional<Host> refused(List<RegleEssayee> trace, String on, Finding why, Operande... operands) {
        trace.add(Steps.passed(Rule.HOTE, on, why.name(), operands));
        return Optional.empty();
    }

    private Optional<Host> itself(ScoredRoom scored, List<RegleEssayee> trace) {
        RoomInventoried room = scored.room();
        Operande[] looked = {
            Steps.answer("accord_proprietaire", room.getHosting().getOwnerAgreement()),
            Steps.day("fermeture", room.getClosed())
        };
        Host.Builder itself =
                host(HostKind.SALLE, room.getName(), room.getInsee()).setId(room.getRoomId());
        return scored.mayStayOpen()
                ? taken(trace, Steps.room(room.getRoomId()), itself, looked)
                : refused(trace, Steps.room(room.getRoomId()), Finding.SALLE_NON_MAINTENUE, looked);
    }

    private Optional<Host> inItsCommune(RoomInventoried room, List<RegleEssayee> trace) {
        List<PublicPlace> places = publicPlaces(epci)
                .filter(place -> place.getInsee().equals(room.getInsee()))
                .sorted(LONGEST_OPEN)
                .toList();
        Operande count = Steps.whole("lieux_de_la_commune", places.size(), Unite.LIEUX);
        if (places.isEmpty()) {
            return refused(trace, Steps.commune(room.getInsee()), Finding.AUCUN_LIEU_DANS_LA_COMMUNE, count);
        }
        PublicPlace longest = places.getFirst();
        return taken(trace, on(longest), hostedBy(longest, 0), count, weeklyHours(longest));
    }

    private Optional<Host> nearby(RoomInventoried room, List<RegleEssayee> trace) {
        Near near = nearest(room.getInsee()).orElse(null);
        if (near == null) {
            return refused(trace, Steps.epci(epci.getEpci()), Finding.AUCUN_LIEU_A_PORTEE, distance(null), radius());
        }
        PublicPlace place = near.place();
        Operande[] looked = {distance(BigDecimal.valueOf(near.metres())), radius(), weeklyHours(place)};
        return near.metres() <= radiusMetres
                ? taken(trace, on(place), hostedBy(place, near.metres()), looked)
                : refused(trace, on(place), Finding.AUCUN_LIEU_A_PORTEE, looked);
    }

    private Host.Builder hostedBy(PublicPlace place, int metres) {
        return host(HostKind.LIEU_PUBLIC, place.getName(), place.getInsee())
                .setId(place.getId())
                .setDistanceM(metres);
    }

    private Host.Builder host(HostKind kind, String name, String insee) {
        return Host.newBuilder().setKind(kind).setName(name).setInsee(insee).setCommune(communeName(epci, insee));
    }

    private static String on(PublicPlace place) {
        return Steps.place(place.getId());
    }

    private Operande radius() {
        return Steps.whole("rayon", radiusMetres, Unite.METRES);
    }

    private static Operande distance(@Nullable BigDecimal metres) {
        return Steps.number("distance", metres, Unite.METRES);
    }

    private static Operande weeklyHours(PublicPlace place) {
        return Steps.hundredths("heures_hebdo", place.getWeeklyHoursHundredths(), Unite.HEURES);
    }

    /** Name of a commune; null where it is not of the EPCI. */
    public static @Nullable String communeName(EpciDescribed epci, String insee) {
        return commune(epci, insee).map(Commune::getName).orElse(null);
    }

    /** The commune; empty where it is not of the EPCI. */
    static Optional<Commune> commune(EpciDescribed epci, String insee) {
        return epci.getCommunes().stream()
                .filter(commune -> commune.getInsee().equals(insee))
                .findFirst();
    }

    /** A place and the metres between the centroids of two communes. */
    private record Near(PublicPlace place, int metres) {}

    /** The public places of an EPCI that can host at all. A bus is none: it is elsewhere the next day, and has no room of its own. */
    public static Stream<PublicPlace> publicPlaces(EpciDescribed epci) {
        return epci.getPublicPlaces().stream().filter(place -> !place.getItinerant());
    }

    /** Empty where the EPCI has none, or where the commune is not of it: then no distance is known. */
    private Optional<Near> nearest(String insee) {
        return commune(epci, insee)
                .flatMap(commune -> publicPlaces(epci)
                        .flatMap(place -> from(commune, place))
                        .min(NEAREST));
    }

    private Stream<Near> from(Commune commune, PublicPlace place) {
        return commune(epci, place.getInsee())
                .map(other -> new Near(place, Math.toIntExact(Distance.metres(commune, other))))
                .stream();
    }
}
