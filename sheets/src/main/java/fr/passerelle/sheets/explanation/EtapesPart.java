package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The étapes de médiation nomade: how many sessions, where, with whose agreement, and whether they are there to stay. */
record EtapesPart(Dossier dossier, Naming naming) {

    /** Hosts told one by one; the others are counted. */
    private static final int TOLD = 3;

    /** A list of étapes is the first to give way. */
    private static final int RANK = 7;

    private static final int LEAVING = 1;

    Stream<Sentence> sentences() {
        return dossier.etapes().isEmpty() ? Stream.empty() : Stream.concat(Stream.of(sessions()), provisional());
    }

    private Sentence sessions() {
        Map<String, Integer> hosts = sessionsByHost();
        return new Sentence(
                RANK,
                LEAVING,
                hosts.size() == 1
                        ? List.of(sessions(hosts, TOLD), "")
                        : List.of(sessions(hosts, TOLD), sessions(hosts, 1), sessions(hosts, 0), ""));
    }

    private String sessions(Map<String, Integer> hosts, int told) {
        return Textes.say(
                "maire.etapes",
                Map.of(
                        "siege", Textes.yes(dossier.isSeated()),
                        "animateurs", isMoreThanOneCanHold() ? "plusieurs" : "un",
                        "seances", FrenchNumbers.sessions(total()),
                        "heures", dossier.sessionHours(),
                        "n", hosts.size(),
                        "lieu", hosts.keySet().iterator().next(),
                        "liste", Textes.yes(told != 0),
                        "lieux", Textes.and(told(hosts, told)),
                        "accord", agreement()));
    }

    private boolean isMoreThanOneCanHold() {
        return dossier.plan().getAnimateursEtp().compareTo(BigDecimal.ONE) > 0;
    }

    /** It stands alone, for the list of étapes gives way before it: what nobody pays, or what the EPCI does, never leaves. */
    private Stream<Sentence> provisional() {
        int provisional = SharedHosts.places(dossier.etapes().stream().filter(Conversion::getProvisoire));
        if (provisional == 0) {
            return Stream.empty();
        }
        List<String> told = List.of(provisional(provisional, false), provisional(provisional, true));
        return Stream.of(new Sentence(
                1,
                switch (dossier.payerKind(first())) {
                    case "EPCI", "A_TROUVER" -> told;
                    default -> Stream.concat(told.stream(), Stream.of("")).toList();
                }));
    }

    private String provisional(int provisional, boolean shorter) {
        int all = SharedHosts.places(dossier.etapes().stream());
        String cost = dossier.animationCost();
        return Textes.say(
                "maire.provisoire",
                Map.of(
                        "n",
                        provisional,
                        "total",
                        all,
                        "toutes",
                        Textes.yes(provisional == all),
                        "court",
                        Textes.yes(shorter),
                        "payeur",
                        dossier.payerKind(first()),
                        "qui",
                        shorter ? "" : dossier.payer(first()),
                        "cout",
                        cost,
                        "connu",
                        Textes.yes(!cost.isEmpty())));
    }

    /** All of them are paid by the same. */
    private Conversion first() {
        return dossier.etapes().getFirst();
    }

    private List<String> told(Map<String, Integer> hosts, int number) {
        List<String> told = new ArrayList<>();
        hosts.entrySet().stream()
                .limit(number)
                .forEach(host -> told.add(Textes.say(
                        "maire.etapes.lieu",
                        Map.of("seances", FrenchNumbers.sessionsAlone(host.getValue()), "lieu", host.getKey()))));
        int others = hosts.size() - told.size();
        if (others > 0) {
            told.add(Textes.say("maire.etapes.autres", Map.of("n", others)));
        }
        return told;
    }

    private Map<String, Integer> sessionsByHost() {
        Map<String, Integer> sessions = new LinkedHashMap<>();
        dossier.etapes()
                .forEach(etape ->
                        sessions.merge(naming.at(Dossier.host(etape)), etape.getSessionsAMonth(), Integer::sum));
        return sessions;
    }

    private int total() {
        return dossier.etapes().stream().mapToInt(Conversion::getSessionsAMonth).sum();
    }

    /** Of the maires of all the communes that host: one of them is « le maire ». */
    private String agreement() {
        List<Host> hosts = dossier.etapes().stream().map(Dossier::host).toList();
        if (hosts.stream().allMatch(host -> host.getKind() == HostKind.SALLE)) {
            return "non";
        }
        return hosts.stream().map(Host::getInsee).distinct().count() == 1 ? "un" : "oui";
    }
}
