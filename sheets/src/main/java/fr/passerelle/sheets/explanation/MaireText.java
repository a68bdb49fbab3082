package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.Conversions;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.frequentation.RoomOpening;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.explanation.Sentence.FittedText;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed to an EPCI, as its maires read it: under 180 words, no code, each number with its period or unit. Where all does not fit,
 * the least important sentences leave, and a last one says that there is more.
 */
public final class MaireText {

    /** A text has fewer words than this, the mention apart. */
    public static final int LIMIT = 180;

    private MaireText() {}

    /** The text, one paragraph. */
    public static String of(Dossier dossier) {
        return FittedText.under(LIMIT, sentences(dossier));
    }

    /** The same without its money and its rights, each sentence whole, by paragraphs: where it is no matter how long it is. */
    static List<String> paragraphs(Dossier dossier) {
        Naming naming = Naming.of(dossier.plan());
        return Stream.of(
                        Stream.concat(Stream.of(opening(dossier)), conclusion(dossier, naming)),
                        around(dossier, naming),
                        beside(dossier, naming))
                .map(paragraph -> paragraph.map(Sentence::text).collect(Collectors.joining(" ")))
                .toList();
    }

    /** Why the seat comes before the next candidate; empty where none is proposed, or none is next. */
    public static Optional<String> precedence(Dossier dossier) {
        return SeatPart.precedence(dossier, Naming.of(dossier.plan()))
                .map(Sentence::text)
                .findFirst();
    }

    private static List<Sentence> sentences(Dossier dossier) {
        Naming naming = Naming.of(dossier.plan());
        return Stream.of(
                        Stream.of(opening(dossier)),
                        conclusion(dossier, naming),
                        around(dossier, naming),
                        new MoneyPart(dossier).sentences(),
                        beside(dossier, naming),
                        Stream.of(Sentence.kept("maire.droits", Map.of())))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<Sentence> around(Dossier dossier, Naming naming) {
        return Stream.concat(new EtapesPart(dossier, naming).sentences(), new CaveatPart(dossier, naming).proximity());
    }

    private static Stream<Sentence> beside(Dossier dossier, Naming naming) {
        return Stream.concat(new CaveatPart(dossier, naming).sentences(), new ChangePart(dossier, naming).sentences());
    }

    private static Sentence opening(Dossier dossier) {
        return Sentence.kept(
                "maire.ouverture",
                Map.of(
                        "epci", FrenchNames.epci(dossier.plan().getName()),
                        "date", Months.lastDay(dossier.plan().getAsOf())));
    }

    private static Stream<Sentence> conclusion(Dossier dossier, Naming naming) {
        Siege seat = dossier.plan().getSiege();
        return seat == null
                ? new NoSeatPart(dossier, naming).sentences()
                : new SeatPart(dossier, naming, seat).sentences();
    }

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
                            "animateurs",
                                    dossier.plan().getAnimateursEtp().compareTo(BigDecimal.ONE) > 0
                                            ? "plusieurs"
                                            : "un",
                            "seances",
                                    FrenchNumbers.sessions(hosts.values().stream()
                                            .mapToInt(Integer::intValue)
                                            .sum()),
                            "heures", dossier.sessionHours(),
                            "n", hosts.size(),
                            "lieu", hosts.keySet().iterator().next(),
                            "liste", Textes.yes(told != 0),
                            "lieux", told(hosts, told),
                            "accord", agreement()));
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
            return Textes.say(
                    "maire.provisoire",
                    Map.of(
                            "n", provisional,
                            "total", all,
                            "toutes", Textes.yes(provisional == all),
                            "court", Textes.yes(shorter),
                            "payeur", dossier.payerKind(first()),
                            "qui", shorter ? "" : dossier.payer(first()),
                            "cout", dossier.animationCost(),
                            "connu", Textes.yes(!dossier.animationCost().isEmpty())));
        }

        /** All of them are paid by the same. */
        private Conversion first() {
            return dossier.etapes().getFirst();
        }

        private static String told(Map<String, Integer> hosts, int number) {
            List<String> all = hosts.entrySet().stream()
                    .map(host -> Textes.say(
                            "maire.etapes.lieu",
                            Map.of("seances", FrenchNumbers.sessionsAlone(host.getValue()), "lieu", host.getKey())))
                    .toList();
            return Textes.and(all, number, "maire.etapes.autres");
        }

        private Map<String, Integer> sessionsByHost() {
            Map<String, Integer> sessions = new LinkedHashMap<>();
            dossier.etapes()
                    .forEach(etape ->
                            sessions.merge(naming.at(Dossier.host(etape)), etape.getSessionsAMonth(), Integer::sum));
            return sessions;
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

    /** What stands beside the conclusion: what was notified, decisions that contradict each other, signals, rooms that are not the region's. */
    record CaveatPart(Dossier dossier, Naming naming) {

        private static final List<String> SIGNALS = List.of("PARTIAL_RETURN", "SINGLE_SOURCE_SHIFT");
        private static final int TOLD = 3;
        private static final int RANK = 4;
        private static final int LISTED = 6;
        private static final int NEAR = 3;
        private static final int PLACES = 6;

        Stream<Sentence> sentences() {
            Plan plan = dossier.plan();
            return Stream.of(
                            Sentence.kept("maire.examen", Map.of())
                                    .when(plan.getFlags().contains(Conversions.HUMAN_EXAMINATION)),
                            plan.getEcarts().stream().flatMap(CaveatPart::gap).distinct(),
                            Sentence.ranked(1, "maire.conflit", Map.of())
                                    .when(!plan.getConflits().isEmpty()),
                            crowded(),
                            signals(),
                            listed(
                                    "maire.autonomes",
                                    room -> RoomOpening.isAutonomous(room.getGestion(), room.getState())),
                            listed("maire.fermees", room -> !RoomOpening.isOpen(room.getState())))
                    .flatMap(part -> part);
        }

        private Stream<Sentence> crowded() {
            List<String> hosts = dossier.crowdedHosts();
            return dossier.number(Rule.CUMUL_DES_SEANCES, "maximum").filter(most -> !hosts.isEmpty()).stream()
                    .map(most -> Sentence.ranked(
                            RANK,
                            "maire.maximum",
                            Map.of(
                                    "seances", FrenchNumbers.sessions(most.intValue()),
                                    "lieux", Textes.and(hosts, TOLD, "maire.maximum.autres"))));
        }

        private Stream<Sentence> signals() {
            return SIGNALS.stream()
                    .filter(dossier.plan().getFlags()::contains)
                    .map(signal -> Sentence.ranked(RANK, "maire.signal." + signal, Map.of()));
        }

        private static Stream<Sentence> gap(Ecart gap) {
            return switch (gap.getOn()) {
                case "TIERS_LIEU" ->
                    Stream.of(Sentence.kept(
                            "maire.ecart.siege",
                            Map.of("notifie", told(gap.getNotified()), "autre", told(gap.getNow()))));
                case "AIDE_TOTALE" -> Stream.of(Sentence.ranked(1, "maire.ecart.aide", amounts(gap)));
                default -> Stream.empty();
            };
        }

        private static Map<String, Object> amounts(Ecart gap) {
            BigDecimal notified = euros(gap.getNotified());
            return Map.of(
                    "notifie", Textes.yes(notified.signum() > 0),
                    "connue", told(gap.getNow()),
                    "notifiee", notified,
                    "actuelle", euros(gap.getNow()));
        }

        private static BigDecimal euros(@Nullable String plain) {
            return plain == null ? BigDecimal.ZERO : new BigDecimal(plain);
        }

        private static String told(@Nullable String value) {
            return Textes.yes(value != null);
        }

        private Stream<Sentence> listed(String key, Predicate<PlanRoom> which) {
            List<PlanRoom> rooms =
                    dossier.plan().getRooms().stream().filter(which).toList();
            List<String> named =
                    rooms.stream().map(room -> naming.of(Naming.siege(room))).toList();
            return Sentence.ranked(
                            LISTED, key, Map.of("n", rooms.size(), "lieux", Textes.and(named, TOLD, "autres.salles")))
                    .when(!rooms.isEmpty());
        }

        /** How many inhabitants live near a point of mediation, today and as proposed. */
        Stream<Sentence> proximity() {
            Plan plan = dossier.plan();
            return plan.getPopulation() == 0 || dossier.proximityKilometres().signum() < 0
                    ? Stream.empty()
                    : Stream.of(
                            falls(plan)
                                    ? Sentence.kept("maire.proximite", shares(plan))
                                    : Sentence.ranked(NEAR, "maire.proximite", shares(plan)));
        }

        private Map<String, Object> shares(Plan plan) {
            BigDecimal today = share(plan.getProximiteToday());
            BigDecimal proposed = share(plan.getProximiteProposed());
            return Map.of(
                    "propose", proposed,
                    "actuel", today,
                    "egal", Textes.yes(plan.getProximiteToday() == plan.getProximiteProposed()),
                    "precis",
                            Textes.yes(today.compareTo(proposed) != 0
                                    && percent(today).equals(percent(proposed))),
                    "baisse", Textes.yes(falls(plan)),
                    "km", dossier.proximityKilometres());
        }

        private static boolean falls(Plan plan) {
            return plan.getProximiteProposed() < plan.getProximiteToday();
        }

        private BigDecimal share(int inhabitants) {
            return BigDecimal.valueOf(inhabitants)
                    .divide(BigDecimal.valueOf(dossier.plan().getPopulation()), PLACES, RoundingMode.HALF_UP);
        }

        private static BigDecimal percent(BigDecimal share) {
            return share.setScale(2, RoundingMode.HALF_UP);
        }
    }
}
