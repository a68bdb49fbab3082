package fr.passerelle.console.map;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.SiteDescribed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans of fictitious EPCIs, and what is published with them: nothing is proposed until a test says so. */
public final class PlanExamples {

    /** Of which all is published, unless a test says otherwise. */
    public static final PublishedRun RUN = run(1, "2017-10");

    private PlanExamples() {}

    /** A run as of a month, YYYY-MM, of data that are real. */
    public static PublishedRun run(long no, String asOf) {
        return new PublishedRun(
                no, "N-%06d".formatted(no), asOf, Baremes.load(Baremes.DEFAULT), false, "ab".repeat(32), Instant.EPOCH);
    }

    /** A room of the region that is open, in a commune that has its identifier. */
    public static PlanRoom.Builder room(String id) {
        return BarePlan.room(id).setInsee(id);
    }

    /** The same as the inventory has it. */
    public static RoomInventoried.Builder inventoried(String id) {
        return Places.room(id)
                .setEpci("1")
                .setInsee(id)
                .setHosting(Hosting.newBuilder().setFunctionsToday(List.of()).build());
    }

    /** That a room would be. */
    public static Siege seat(String room) {
        return new Siege(SiegeKind.SALLE, room, "Salle " + room, room, null);
    }

    /** A room of the region that becomes an étape, with the room that hosts it; null where its commune has still to be asked. */
    public static Conversion etape(String room, @Nullable String host) {
        Host place = Host.newBuilder()
                .setKind(host == null ? HostKind.SALLE_COMMUNALE : HostKind.SALLE)
                .setId(host)
                .setName("Salle")
                .setInsee(host == null ? room : host)
                .build();
        return BarePlan.etape(room, "1", place, 2).build();
    }

    /** A site of the EPCI 200000001, which was a station. */
    public static SiteDescribed site(String id) {
        return SiteDescribed.newBuilder()
                .setSiteId(id)
                .setEpci("200000001")
                .setName("Ancienne gare " + id)
                .setInsee("02000")
                .setHosting(Hosting.newBuilder().build())
                .build();
    }

    /** Of 100,000 inhabitants, of whom so many are near today, and where it is carried out. */
    public static Plan near(int today, int proposed) {
        return BarePlan.of("1")
                .setPopulation(100_000)
                .setProximiteToday(today)
                .setProximiteProposed(proposed)
                .build();
    }

    public static Commune commune(String insee, int population) {
        return new Commune(insee, "Commune " + insee, population, 49.0, 2.0, null);
    }

    public static EpciDescribed epci(String siren, Commune... communes) {
        return EpciDescribed.newBuilder()
                .setEpci(siren)
                .setName("CC " + siren)
                .setPopulation(0)
                .setCommunes(List.of(communes))
                .setPublicPlaces(List.of())
                .build();
    }

    public static PublishedResults published(Plan... plans) {
        return published(List.of(plans), List.of(), List.of());
    }

    public static PublishedResults published(
            List<Plan> plans, List<Conversion> conversions, List<RoomInventoried> rooms, EpciDescribed... epcis) {
        return published(RUN, Proposals.of(List.of(), conversions, plans), rooms, List.of(epcis));
    }

    /** Of another run, or of scores too. */
    public static PublishedResults published(
            PublishedRun run,
            Proposals proposals,
            List<RoomInventoried> rooms,
            List<EpciDescribed> epcis,
            SiteDescribed... sites) {
        return new PublishedResults(
                run,
                proposals,
                byId(rooms, RoomInventoried::getRoomId),
                byId(epcis, EpciDescribed::getEpci),
                byId(List.of(sites), SiteDescribed::getSiteId));
    }

    private static <T> SortedMap<String, T> byId(Collection<T> places, Function<T, String> id) {
        return places.stream().collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, TreeMap::new));
    }
}
