package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Étapes that share a host add up (RULES 4.5): over the most that a host should have, all of them are flagged and none is cut. The étapes of
 * one commune that need a communal hall share it: it is one favour that is asked of the maire.
 *
 * @param maximum sessions a month of one host over which it is flagged
 */
public record SharedHosts(int maximum) {

    private static final String FLAG = ProposalReason.SEANCES_AU_DESSUS_DU_MAXIMUM.name();

    /** Completes the étapes among conversions that were just written: a copy by Avro's builder loses decimals inside lists. */
    void addUp(List<Conversion> conversions) {
        conversions.stream()
                .filter(conversion -> conversion.getHost() != null)
                .collect(Collectors.groupingBy(etape -> ofHost(etape.getHost()), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(this::addUpOneHost);
    }

    private void addUpOneHost(List<Conversion> sharing) {
        int sessions = Mediation.held(
                sharing.stream().mapToLong(Conversion::getSessionsAMonth).sum());
        RegleEssayee step = step(sharing, sessions);
        sharing.forEach(etape -> {
            etape.getHost().setSessionsAMonth(sessions);
            etape.getHost().setSharedWith(others(etape, sharing));
            etape.setTrace(PlaceCandidature.append(etape.getTrace(), step));
            if (sessions > maximum) {
                etape.setReasons(PlaceCandidature.append(etape.getReasons(), FLAG));
            }
        });
    }

    private static List<String> others(Conversion etape, List<Conversion> sharing) {
        return sharing.stream()
                .map(Conversion::getRoomId)
                .filter(room -> !room.equals(etape.getRoomId()))
                .toList();
    }

    private RegleEssayee step(List<Conversion> sharing, int sessions) {
        String outcome = sessions > maximum ? FLAG : Integer.toString(sessions);
        Stream<Operande> operands = Stream.concat(
                sharing.stream().flatMap(SharedHosts::operands),
                Stream.of(Steps.whole("maximum", maximum, Unite.SEANCES_PAR_MOIS)));
        return Steps.decided(
                Rule.CUMUL_DES_SEANCES,
                ofHost(sharing.getFirst().getHost()),
                outcome,
                operands.toArray(Operande[]::new));
    }

    private static Stream<Operande> operands(Conversion etape) {
        return Stream.of(
                Steps.text("etape", Steps.room(etape.getRoomId()), Unite.CODE),
                Steps.whole("seances", etape.getSessionsAMonth(), Unite.SEANCES_PAR_MOIS));
    }

    /** The subject of a host: the same for the étapes that share it. */
    public static String ofHost(Host host) {
        return switch (host.getKind()) {
            case SALLE -> Steps.room(String.valueOf(host.getId()));
            case LIEU_PUBLIC -> Steps.place(String.valueOf(host.getId()));
            case SALLE_COMMUNALE -> Steps.commune(host.getInsee());
        };
    }

    /** How many étapes these are, counted by place as they are planned and followed up: rooms that share a host share one. */
    public static int places(Stream<Conversion> conversions) {
        return Math.toIntExact(conversions
                .flatMap(conversion -> Stream.ofNullable(conversion.getHost()))
                .map(SharedHosts::ofHost)
                .distinct()
                .count());
    }
}
