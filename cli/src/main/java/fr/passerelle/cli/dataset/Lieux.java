package fr.passerelle.cli.dataset;

import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.financing.Notifications;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places that a run leaves on the national map: the seats and the étapes that were notified and stand; and, where they are asked for, the étapes that are proposed. */
final class Lieux {

    private static final String ROOM = "room:";
    private static final String SITE = "site:";
    private static final String LEARNING = "Maîtrise des outils numériques du quotidien";
    private static final String ACCESS = "Accès internet et matériel informatique";
    private static final String MAKING = "Loisirs et créations numériques";
    private static final String TIERS_LIEU = "Tiers lieu numérique décidé par la Région.";

    private final DatasetSource situation;
    private final LogInventory known;
    private final Set<String> notifiedEtapes;
    private final SessionHours hours;

    private Lieux(DatasetSource situation) {
        this.situation = situation;
        this.known = situation.known();
        this.notifiedEtapes = Notifications.etapes(known.decisions());
        this.hours = SessionHours.from(situation.asOf().atDay(1), situation.calendar());
    }

    static List<Lieu> decided(DatasetSource situation) {
        return new Lieux(situation).all(false);
    }

    static List<Lieu> proposed(DatasetSource situation) {
        return new Lieux(situation).all(true);
    }

    private List<Lieu> all(boolean withProposals) {
        Set<String> decided = new LinkedHashSet<>();
        known.epcis().forEach(epci -> decided.addAll(Notifications.seats(epci.getEpci(), about(epci))));
        List<Lieu> all = new ArrayList<>();
        decided.forEach(seat -> seat(seat).forEach(all::add));
        ProposedEtape.of(situation).stream()
                .filter(etape -> !decided.contains(ROOM + etape.conversion().getRoomId()))
                .filter(etape -> withProposals || notified(etape))
                .map(this::etape)
                .forEach(all::add);
        return all;
    }

    private List<DecisionRecorded> about(EpciDescribed epci) {
        return known.decisions().stream()
                .filter(decision -> decision.getEpci().equals(epci.getEpci()))
                .toList();
    }

    /** A seat that has left the inventory since is on no map. */
    private Stream<Lieu> seat(String seat) {
        return seat.startsWith(ROOM)
                ? known.room(seat.substring(ROOM.length())).stream().map(this::room)
                : known.site(seat.substring(SITE.length())).stream().map(this::site);
    }

    private Lieu room(RoomInventoried room) {
        return new Lieu(
                "tiers-lieu-" + room.getRoomId(),
                room.getName(),
                room.getInsee(),
                room.getAddress(),
                room.getEpci(),
                known.where(room),
                "TIERS_LIEUX",
                false,
                null,
                TIERS_LIEU,
                services(room.getEpci(), room.getRoomId()));
    }

    private Lieu site(SiteDescribed site) {
        return new Lieu(
                "tiers-lieu-" + site.getSiteId(),
                site.getName(),
                site.getInsee(),
                site.getAddress(),
                site.getEpci(),
                known.centre(site.getInsee()),
                "TIERS_LIEUX",
                false,
                null,
                TIERS_LIEU,
                services(site.getEpci(), site.getSiteId()));
    }

    private @Nullable String services(String epci, String seat) {
        Plan plan = situation.proposals().plans().get(epci);
        return plan != null && seat.equals(plan.getTiersLieu())
                ? CellValues.joined(plan.getFunctions().stream()
                        .flatMap(Lieux::service)
                        .distinct()
                        .toList())
                : null;
    }

    private static Stream<String> service(Fonction function) {
        return switch (function) {
            case MEDIATION_NUMERIQUE -> Stream.of(LEARNING);
            case COWORKING, TELETRAVAIL -> Stream.of(ACCESS);
            case FABLAB -> Stream.of(MAKING);
            case ACCOMPAGNEMENT_PROJETS -> Stream.of();
        };
    }

    private Lieu etape(ProposedEtape etape) {
        return new Lieu(
                "etape-" + etape.conversion().getRoomId(),
                etape.host().getName(),
                etape.host().getInsee(),
                etape.address(known),
                etape.conversion().getEpci(),
                etape.point(),
                kind(etape),
                true,
                hours.of(SharedHosts.ofHost(etape.host())),
                summary(etape),
                LEARNING);
    }

    private static String kind(ProposedEtape etape) {
        if (etape.place() != null) {
            return etape.place().getTypology();
        }
        return etape.host().getKind() == HostKind.SALLE ? "EPN" : "MUNI";
    }

    private boolean notified(ProposedEtape etape) {
        return notifiedEtapes.contains(etape.conversion().getRoomId());
    }

    private String summary(ProposedEtape etape) {
        return "Étape de médiation nomade %s%s : %d séance%s de deux heures par mois, sur inscription."
                .formatted(
                        notified(etape) ? "décidée par la Région" : "proposée",
                        etape.conversion().getProvisoire() ? ", provisoire" : "",
                        etape.conversion().getSessionsAMonth(),
                        etape.conversion().getSessionsAMonth() > 1 ? "s" : "");
    }
}
