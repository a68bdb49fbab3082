package fr.passerelle.rules.explanation.text;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The étapes de médiation nomade: how many sessions, where, with whose agreement. */
record EtapesPart(Dossier dossier, Naming naming) {

    /** Hosts told one by one; the others are counted. */
    private static final int TOLD = 3;

    private static final int SPELLED = 20;

    Stream<Sentence> sentences() {
        Map<String, Integer> hosts = sessionsByHost();
        return hosts.isEmpty()
                ? Stream.empty()
                : Stream.of(Sentence.kept(
                        "maire.etapes",
                        Map.of(
                                "seances", sessions(dossier.plan().getSessionsAMonth()),
                                "n", hosts.size(),
                                "lieux", Textes.and(told(hosts)),
                                "accord", needsAgreement() ? "oui" : "non")));
    }

    private List<String> told(Map<String, Integer> hosts) {
        List<String> told = new ArrayList<>();
        hosts.forEach((host, n) -> {
            if (told.size() < TOLD) {
                told.add(Textes.say("maire.etapes.lieu", Map.of("seances", alone(n), "lieu", host)));
            }
        });
        int others = hosts.size() - told.size();
        if (others > 0) {
            told.add(Textes.say("maire.etapes.autres", Map.of("n", others)));
        }
        return told;
    }

    private Map<String, Integer> sessionsByHost() {
        Map<String, Integer> sessions = new LinkedHashMap<>();
        etapes().forEach(etape -> sessions.merge(naming.at(host(etape)), etape.getSessionsAMonth(), Integer::sum));
        return sessions;
    }

    private boolean needsAgreement() {
        return etapes().map(EtapesPart::host).anyMatch(host -> host.getKind() != HostKind.SALLE);
    }

    private Stream<Conversion> etapes() {
        return dossier.conversions().stream().filter(conversion -> conversion.getKind() == ConversionKind.ETAPE_NOMADE);
    }

    private static Host host(Conversion etape) {
        return Objects.requireNonNull(etape.getHost(), "An étape has a host");
    }

    private static String sessions(int n) {
        return Textes.say("seances", Map.of("n", n, "taille", size(n)));
    }

    private static String alone(int n) {
        return Textes.say("seances.seules", Map.of("n", n, "taille", size(n)));
    }

    private static String size(int n) {
        return n <= SPELLED ? "petit" : "grand";
    }
}
