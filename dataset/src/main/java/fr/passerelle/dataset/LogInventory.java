package fr.passerelle.dataset;

import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.sheets.form.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the log had said, looked up across EPCIs: rooms and sites by their identifier, communes, public places. */
final class LogInventory {

    private final LogFold log;
    private final SortedMap<String, RoomInventoried> rooms = new TreeMap<>();
    private final SortedMap<String, SiteDescribed> sites = new TreeMap<>();
    private final SortedMap<String, EpciDescribed> epcis = new TreeMap<>();
    private final Map<String, Commune> communes = new HashMap<>();
    private final Map<String, PublicPlace> places = new HashMap<>();

    /** @param log folded to the end of a run */
    LogInventory(LogFold log) {
        this.log = log;
        log.epcis().values().forEach(epci -> {
            epci.rooms().forEach(room -> rooms.put(room.getRoomId(), room));
            epci.sites().forEach(site -> sites.put(site.getSiteId(), site));
        });
        log.described().forEach(this::describe);
    }

    private void describe(EpciDescribed epci) {
        epcis.put(epci.getEpci(), epci);
        epci.getCommunes().forEach(commune -> communes.put(commune.getInsee(), commune));
        epci.getPublicPlaces().forEach(place -> places.put(place.getId(), place));
    }

    /** A room with all that is known of its attendance; with none where attendance was not asked for. */
    RoomFacts facts(RoomInventoried room) {
        return Objects.requireNonNull(log.epcis().get(room.getEpci())).facts(room);
    }

    /** The rooms of the inventory, by id. */
    Collection<RoomInventoried> rooms() {
        return rooms.values();
    }

    Optional<RoomInventoried> room(String id) {
        return Optional.ofNullable(rooms.get(id));
    }

    /** The EPCIs, by SIREN. */
    Collection<EpciDescribed> epcis() {
        return epcis.values();
    }

    Optional<SiteDescribed> site(String id) {
        return Optional.ofNullable(sites.get(id));
    }

    Optional<EpciDescribed> epci(String siren) {
        return Optional.ofNullable(epcis.get(siren));
    }

    /** The name of an EPCI; null where it is not known. */
    @Nullable
    String epciName(String siren) {
        return epci(siren).map(EpciDescribed::getName).orElse(null);
    }

    /** The name of a commune; null where it is not known, or there is none. */
    @Nullable
    String communeName(@Nullable String insee) {
        return insee == null ? null : commune(insee).map(Commune::getName).orElse(null);
    }

    Optional<Commune> commune(String insee) {
        return Optional.ofNullable(communes.get(insee));
    }

    Optional<PublicPlace> place(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** In the order in which they reached the log. */
    List<DecisionRecorded> decisions() {
        return log.decisions();
    }

    /** Those about an EPCI, in that order. */
    List<DecisionRecorded> decisionsOf(EpciDescribed epci) {
        return decisions().stream()
                .filter(decision -> decision.getEpci().equals(epci.getEpci()))
                .toList();
    }

    /** Where a room is: where the inventory says, else the centre of its commune. */
    Table.@Nullable Point where(RoomInventoried room) {
        return room.getLatitude() == null || room.getLongitude() == null
                ? centre(room.getInsee())
                : new Table.Point(room.getLatitude(), room.getLongitude(), true);
    }

    /** The centre of an EPCI: of its communes, each by its inhabitants; null where there are none. */
    Table.@Nullable Point centreOf(String siren) {
        return epci(siren)
                .map(EpciDescribed::getCommunes)
                .map(LogInventory::centre)
                .orElse(null);
    }

    private static Table.@Nullable Point centre(List<Commune> communes) {
        long inhabitants = communes.stream().mapToLong(Commune::getPopulation).sum();
        return inhabitants == 0
                ? null
                : new Table.Point(
                        mean(communes, Commune::getLatitude, inhabitants),
                        mean(communes, Commune::getLongitude, inhabitants),
                        false);
    }

    private static double mean(List<Commune> communes, ToDoubleFunction<Commune> degrees, long inhabitants) {
        return communes.stream()
                        .mapToDouble(commune -> degrees.applyAsDouble(commune) * commune.getPopulation())
                        .sum()
                / inhabitants;
    }

    /** The centre of a commune; null where it is not known. */
    Table.@Nullable Point centre(String insee) {
        return commune(insee)
                .map(commune -> new Table.Point(commune.getLatitude(), commune.getLongitude(), false))
                .orElse(null);
    }
}
