package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.DateSpan;
import fr.passerelle.calendar.rule.OpenWeek;
import fr.passerelle.calendar.rule.TourPoint;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.schemas.bareme.Tournees;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.VacancesScolaires;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The étapes of a run as a calendar asks for them: one for each host, with the sessions of all rooms that it hosts.
 *
 * @param places what was told of places, by their subject
 * @param epcis what EPCIs told that they do in the school holidays, by SIREN
 */
public record TourStops(
        HostPoints points, Map<String, StopTerms> places, Map<String, VacancesScolaires> epcis, Tournees tournees) {

    /** Proposals call it by what is still to be asked of the maire: people read the calendar once that is done. */
    private static final String COMMUNAL_HALL = "Salle communale";

    /** Those of all conversions of a run, provisional ones too, in order; the first EPCI of several answers for a host that they share. */
    public List<TourStop> of(Collection<Conversion> conversions) {
        return conversions.stream()
                .filter(conversion -> conversion.getHost() != null)
                .collect(Collectors.groupingBy(
                        conversion -> SharedHosts.ofHost(conversion.getHost()), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::stop)
                .sorted(TourStop.ORDER)
                .toList();
    }

    private TourStop stop(List<Conversion> sharing) {
        var host = sharing.getFirst().getHost();
        TourPoint point = points.of(host);
        StopTerms terms = places.getOrDefault(point.key(), StopTerms.NONE);
        String epci =
                sharing.stream().map(Conversion::getEpci).sorted().findFirst().orElseThrow();
        return new TourStop(
                point,
                epci,
                host.getKind() == HostKind.SALLE_COMMUNALE ? COMMUNAL_HALL : host.getName(),
                sharing.stream().map(Conversion::getRoomId).sorted().toList(),
                sharing.stream().mapToInt(Conversion::getSessionsAMonth).sum(),
                Objects.requireNonNullElseGet(terms.hours(), () -> OpenWeek.supposed(tournees)),
                terms.closures(),
                terms.capacity(),
                holidays(terms, epci) == VacancesScolaires.MAINTENUES);
    }

    private VacancesScolaires holidays(StopTerms terms, String epci) {
        return Objects.requireNonNullElseGet(terms.holidays(), () -> epcis.getOrDefault(epci, tournees.holidays()));
    }

    /**
     * What people told of a place that has sessions.
     *
     * @param hours null where nobody told them
     * @param closures days on which it is closed whatever its week says
     * @param capacity people that it can seat; null where nobody told it
     * @param holidays what it does in the school holidays; null where its EPCI decides
     */
    public record StopTerms(
            @Nullable OpenWeek hours,
            List<DateSpan> closures,
            @Nullable Integer capacity,
            @Nullable VacancesScolaires holidays) {

        /** Of a place of which nobody told anything. */
        static final StopTerms NONE = new StopTerms(null, List.of(), null, null);
    }
}
