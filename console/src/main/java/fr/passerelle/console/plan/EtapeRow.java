package fr.passerelle.console.plan;

import fr.passerelle.console.map.Maps.HostNumbers;
import fr.passerelle.console.page.Paths;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.texts.Codes;
import fr.passerelle.texts.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An étape of the nomadic mediation.
 *
 * @param commune of the host; empty where it is not known
 * @param sessions a month, for this room
 * @param hosted a month, over all the rooms that the host receives
 */
public record EtapeRow(
        int number,
        String room,
        String path,
        String host,
        String hostKind,
        String commune,
        BigDecimal kilometres,
        int sessions,
        int hosted,
        String payer,
        int tablets,
        List<String> themes,
        boolean provisional) {

    /** Those of a dossier, by host. */
    static List<EtapeRow> of(Dossier dossier) {
        HostNumbers numbers = new HostNumbers(dossier.conversions());
        return dossier.conversions().stream()
                .flatMap(conversion -> Stream.ofNullable(conversion.getHost())
                        .map(host -> of(conversion, host, numbers.of(host), dossier)))
                .sorted(Comparator.comparingInt(EtapeRow::number))
                .toList();
    }

    private static EtapeRow of(Conversion conversion, Host host, int number, Dossier dossier) {
        return new EtapeRow(
                number,
                dossier.room(conversion.getRoomId()).map(PlanRoom::getName).orElse(conversion.getRoomId()),
                Paths.room(conversion.getRoomId()),
                host.getName(),
                Codes.outcome(host.getKind().name()),
                Objects.requireNonNullElse(host.getCommune(), ""),
                new BigDecimal(host.getDistanceM()).movePointLeft(3).setScale(1, RoundingMode.HALF_UP),
                conversion.getSessionsAMonth(),
                host.getSessionsAMonth(),
                payer(conversion, dossier.plan()),
                conversion.getTablets(),
                Codes.themes(conversion.getThemes()),
                conversion.getProvisoire());
    }

    /** Who was named is most often the EPCI itself: nobody knows the name of another. */
    private static String payer(Conversion conversion, Plan plan) {
        Payeur payer = conversion.getPayeur();
        String siren = conversion.getPayeurSiren();
        if (siren != null) {
            return siren.equals(plan.getEpci()) ? plan.getName() : "SIREN\u00a0" + siren;
        }
        return payer == null ? "" : Codes.outcome(payer.name());
    }
}
