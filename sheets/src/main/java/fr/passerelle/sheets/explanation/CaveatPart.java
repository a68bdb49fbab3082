package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.Conversions;
import fr.passerelle.rules.frequentation.RoomOpening;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands beside the conclusion: what was notified, decisions that contradict each other, signals, rooms that are not the region's. */
record CaveatPart(Dossier dossier, Naming naming) {

    private static final List<String> SIGNALS = List.of("PARTIAL_RETURN", "SINGLE_SOURCE_SHIFT");
    private static final int TOLD = 3;
    private static final int RANK = 4;
    private static final int LISTED = 6;

    Stream<Sentence> sentences() {
        Plan plan = dossier.plan();
        return Stream.of(
                        plan.getFlags().contains(Conversions.HUMAN_EXAMINATION)
                                ? Stream.of(Sentence.kept("maire.examen", Map.of()))
                                : Stream.<Sentence>empty(),
                        plan.getEcarts().stream().flatMap(CaveatPart::gap).distinct(),
                        plan.getConflits().isEmpty()
                                ? Stream.<Sentence>empty()
                                : Stream.of(Sentence.ranked(1, "maire.conflit", Map.of())),
                        crowded(),
                        signals(),
                        listed("maire.autonomes", room -> RoomOpening.isAutonomous(room.getGestion(), room.getState())),
                        listed("maire.fermees", room -> !RoomOpening.isOpen(room.getState())))
                .flatMap(part -> part);
    }

    private Stream<Sentence> crowded() {
        List<String> hosts = dossier.crowdedHosts();
        int others = hosts.size() - TOLD;
        return dossier.number(Rule.CUMUL_DES_SEANCES, "maximum").filter(most -> !hosts.isEmpty()).stream()
                .map(most -> Sentence.ranked(
                        RANK,
                        "maire.maximum",
                        Map.of(
                                "seances", FrenchNumbers.sessions(most.intValue()),
                                "lieux",
                                        Textes.and(Stream.concat(
                                                        hosts.stream().limit(TOLD),
                                                        others > 0
                                                                ? Stream.of(Textes.say(
                                                                        "maire.maximum.autres", Map.of("n", others)))
                                                                : Stream.empty())
                                                .toList()))));
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
                        "maire.ecart.siege", Map.of("notifie", told(gap.getNotified()), "autre", told(gap.getNow()))));
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
        List<PlanRoom> rooms = dossier.plan().getRooms().stream().filter(which).toList();
        return rooms.isEmpty()
                ? Stream.empty()
                : Stream.of(Sentence.ranked(LISTED, key, Map.of("n", rooms.size(), "lieux", places(rooms))));
    }

    private String places(List<PlanRoom> rooms) {
        List<String> told = rooms.stream()
                .limit(TOLD)
                .map(room -> naming.of(Naming.siege(room)))
                .toList();
        int others = rooms.size() - told.size();
        return Textes.and(
                others == 0
                        ? told
                        : Stream.concat(told.stream(), Stream.of(Textes.say("autres.salles", Map.of("n", others))))
                                .toList());
    }

    /** How many inhabitants live near a point of mediation, today and as proposed. */
    record ProximityPart(Dossier dossier) {

        private static final int PLACES = 6;
        private static final int RANK = 3;

        Stream<Sentence> sentences() {
            Plan plan = dossier.plan();
            return plan.getPopulation() == 0 || dossier.proximityKilometres().signum() < 0
                    ? Stream.empty()
                    : Stream.of(
                            falls(plan)
                                    ? Sentence.kept("maire.proximite", shares(plan))
                                    : Sentence.ranked(RANK, "maire.proximite", shares(plan)));
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
