package fr.passerelle.cli;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plans, no wider than a terminal: what is proposed to each EPCI, with functions by their initial, which the last line explains; then
 * the aid of those whose costs are known.
 */
final class PlansText {

    private static final int FIRST_NUMBER = 3;
    private static final int TITLES = 2;

    private PlansText() {}

    static List<String> of(List<Plan> plans) {
        TextTable table = new TextTable(
                FIRST_NUMBER,
                "Intercommunalité, tiers lieu proposé",
                "Note (de, à)",
                "Fonct.",
                "Étapes",
                "À instr.",
                "Sans données");
        plans.forEach(plan -> table.row(cells(plan)));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(Arrays.stream(Fonction.values())
                .map(fonction -> initial(fonction) + " " + CommandFrench.name(fonction))
                .collect(Collectors.joining(" · ", "Fonct. : ", "")));
        plans.forEach(plan -> {
            lines.addAll(named("Ex æquo, le choix revient à " + plan.getName(), plan.getExAequo()));
            lines.addAll(named("En suspens, faute de données, à " + plan.getName(), plan.getUndecided()));
        });
        lines.addAll(
                aid(plans.stream().filter(plan -> plan.getAidTotal() != null).toList()));
        return lines;
    }

    /** Six amounts leave no room for a name: each stands above its own. */
    private static List<String> aid(List<Plan> costed) {
        if (costed.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable(0, "Étude", "Invest.", "An 1", "An 2", "An 3", "Total");
        costed.forEach(plan -> table.row(amounts(plan)));
        List<String> amounts = table.lines();
        List<String> lines = new ArrayList<>(List.of("", "Aide en euros, où les coûts sont connus", ""));
        lines.addAll(amounts.subList(0, TITLES));
        for (int i = 0; i < costed.size(); i++) {
            lines.add(costed.get(i).getName());
            lines.add(amounts.get(TITLES + i));
        }
        return lines;
    }

    private static String[] amounts(Plan plan) {
        return Stream.concat(plan.getAid().stream().map(AidLine::getAid), Stream.of(plan.getAidTotal()))
                .map(CommandFrench::amount)
                .toArray(String[]::new);
    }

    /** In full: a maire who has to choose, or to find what is missing, needs every name. */
    private static List<String> named(String why, List<Siege> places) {
        return places.isEmpty()
                ? List.of()
                : List.of(places.stream()
                        .map(siege -> siege.getName() + " ("
                                + Objects.requireNonNullElse(siege.getCommune(), siege.getInsee()) + ")")
                        .collect(Collectors.joining(" · ", why + " : ", "")));
    }

    private static String[] cells(Plan plan) {
        String seat = seat(plan);
        return new String[] {
            plan.getName() + (seat.isEmpty() ? "" : "\n  " + seat),
            room(plan).map(PlansText::score).orElse(CommandFrench.NONE),
            functions(plan),
            CommandFrench.number(plan.getEtapes()),
            CommandFrench.number(plan.getAInstruire()),
            CommandFrench.number(plan.getDonneesInsuffisantes())
        };
    }

    private static String seat(Plan plan) {
        if (plan.getSiege() != null) {
            return plan.getSiege().getName();
        }
        if (!plan.getExAequo().isEmpty()) {
            return "(à choisir entre " + plan.getExAequo().size() + ")";
        }
        if (!plan.getUndecided().isEmpty()) {
            return "(en suspens)";
        }
        return plan.getExistingTiersLieu() == null ? "" : "(existe déjà)";
    }

    /** The seat, where it is a room: a site has no score, and may have the identifier of a room. */
    private static Optional<PlanRoom> room(Plan plan) {
        return Optional.ofNullable(plan.getSiege())
                .filter(siege -> siege.getKind() == SiegeKind.SALLE)
                .flatMap(siege -> plan.getRooms().stream()
                        .filter(room -> room.getRoomId().equals(siege.getId()))
                        .findFirst());
    }

    private static String score(PlanRoom room) {
        return room.getScore() == null
                ? CommandFrench.NONE
                : room.getScore() + " (" + room.getLow() + ", " + room.getHigh() + ")";
    }

    private static String functions(Plan plan) {
        return plan.getFunctions().isEmpty()
                ? CommandFrench.NONE
                : plan.getFunctions().stream().map(PlansText::initial).collect(Collectors.joining());
    }

    private static String initial(Fonction fonction) {
        return fonction.name().substring(0, 1);
    }
}
