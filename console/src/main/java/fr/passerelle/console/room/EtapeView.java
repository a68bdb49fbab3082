package fr.passerelle.console.room;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.texts.Codes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The étape nomade that a room becomes.
 *
 * @param sessionHours length of one
 * @param hostKind SALLE, LIEU_PUBLIC or SALLE_COMMUNALE
 * @param kilometres from the centre of the room's commune to that of the host's, one decimal
 * @param sharedWith names of the other rooms whose sessions the same host takes
 * @param hostSessions sessions a month of that host over all of them
 * @param payer AIDE_REGIONALE, NOMME or A_TROUVER
 */
record EtapeView(
        int sessions,
        int sessionHours,
        String hostName,
        String hostKind,
        String hostCommune,
        BigDecimal kilometres,
        List<String> sharedWith,
        int hostSessions,
        String payer,
        int tablets,
        List<String> themes) {

    private static final int KILO = 3;

    /** Empty for a tiers lieu. */
    static Optional<EtapeView> of(Conversion conversion, PublishedResults published) {
        return Optional.ofNullable(conversion.getHost()).map(host -> of(conversion, host, published));
    }

    private static EtapeView of(Conversion conversion, Host host, PublishedResults published) {
        return new EtapeView(
                conversion.getSessionsAMonth(),
                published.run().bareme().jeuDeRegles().conversion().sessionHours(),
                host.getName(),
                host.getKind().name(),
                Objects.requireNonNullElse(host.getCommune(), host.getInsee()),
                BigDecimal.valueOf(host.getDistanceM()).movePointLeft(KILO),
                host.getSharedWith().stream().map(published::roomName).toList(),
                host.getSessionsAMonth(),
                Optional.ofNullable(conversion.getPayeur()).map(Enum::name).orElse("A_TROUVER"),
                conversion.getTablets(),
                Codes.themes(conversion.getThemes()));
    }
}
