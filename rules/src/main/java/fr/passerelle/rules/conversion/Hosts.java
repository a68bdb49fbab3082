package fr.passerelle.rules.conversion;

import fr.passerelle.rules.conversion.Etape.Ruling;
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
import java.util.ArrayList;
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

    Ruling<Host> of(ScoredRoom scored) {
        RoomInventoried room = scored.room();
        List<RegleEssayee> steps = new ArrayList<>();
        Host host = noting(itself(scored), steps)
                .or(() -> noting(inItsCommune(room), steps))
                .or(() -> noting(nearby(room), steps))
                .or(() -> noting(communalHall(room), steps))
                .orElseThrow();
        return new Ruling<>(host, steps);
    }

    private static Optional<Host> noting(HostOption option, List<RegleEssayee> steps) {
        steps.add(option.step());
        return option.host();
    }

    private HostOption itself(ScoredRoom scored) {
        RoomInventoried room = scored.room();
        Operande[] looked = {
            Steps.answer("accord_proprietaire", room.getHosting().getOwnerAgreement()),
            Steps.day("fermeture", room.getClosed())
        };
        return scored.mayStayOpen()
                ? HostOption.taken(Steps.room(room.getRoomId()), hostedBy(room), looked)
                : HostOption.refused(Steps.room(room.getRoomId()), Finding.SALLE_NON_MAINTENUE, looked);
    }

    private HostOption inItsCommune(RoomInventoried room) {
        List<PublicPlace> places = publicPlaces(epci)
                .filter(place -> place.getInsee().equals(room.getInsee()))
                .sorted(LONGEST_OPEN)
                .toList();
        Operande count = Steps.whole("lieux_de_la_commune", places.size(), Unite.LIEUX);
        return places.stream()
                .findFirst()
                .map(place -> HostOption.taken(on(place), hostedBy(place, 0), count, weeklyHours(place)))
                .orElseGet(() ->
                        HostOption.refused(Steps.commune(room.getInsee()), Finding.AUCUN_LIEU_DANS_LA_COMMUNE, count));
    }

    private HostOption nearby(RoomInventoried room) {
        return nearest(room.getInsee())
                .map(this::nearby)
                .orElseGet(() -> HostOption.refused(
                        Steps.epci(epci.getEpci()), Finding.AUCUN_LIEU_A_PORTEE, distance(null), radius()));
    }

    private HostOption nearby(Near near) {
        PublicPlace place = near.place();
        Operande[] looked = {distance(BigDecimal.valueOf(near.metres())), radius(), weeklyHours(place)};
        return near.metres() <= radiusMetres
                ? HostOption.taken(on(place), hostedBy(place, near.metres()), looked)
                : HostOption.refused(on(place), Finding.AUCUN_LIEU_A_PORTEE, looked);
    }

    private HostOption communalHall(RoomInventoried room) {
        return HostOption.taken(
                Steps.commune(room.getInsee()),
                host(HostKind.SALLE_COMMUNALE, COMMUNAL_HALL, room.getInsee()).build());
    }

    private Host hostedBy(RoomInventoried room) {
        return host(HostKind.SALLE, room.getName(), room.getInsee())
                .setId(room.getRoomId())
                .build();
    }

    private Host hostedBy(PublicPlace place, int metres) {
        return host(HostKind.LIEU_PUBLIC, place.getName(), place.getInsee())
                .setId(place.getId())
                .setDistanceM(metres)
                .build();
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

    /** A host that was tried: it, where it is taken, and the step that says so. */
    private record HostOption(Optional<Host> host, RegleEssayee step) {

        /** @param on subject of what is looked at */
        static HostOption taken(String on, Host host, Operande... operands) {
            return new HostOption(
                    Optional.of(host),
                    Steps.decided(Rule.HOTE, on, host.getKind().name(), operands));
        }

        static HostOption refused(String on, Finding why, Operande... operands) {
            return new HostOption(Optional.empty(), Steps.passed(Rule.HOTE, on, why.name(), operands));
        }
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
