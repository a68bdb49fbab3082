package fr.passerelle.cli;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.SiegeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plans, a line an EPCI, narrow enough for a wide terminal; functions by their initial, which the last line explains. */
final class PlansText {

    private static final int NAME = 32;
    private static final int FIRST_NUMBER = 4;

    private PlansText() {}

    static List<String> of(List<Plan> plans) {
        TextTable table = new TextTable(
                FIRST_NUMBER,
                "Intercommunalité",
                "Tiers lieu proposé",
                "Note (de, à)",
                "Fonct.",
                "Étapes",
                "À instr.",
                "Sans données",
                "Étude",
                "Invest.",
                "An 1",
                "An 2",
                "An 3",
                "Total");
        plans.forEach(plan -> table.row(cells(plan)));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(Arrays.stream(Fonction.values())
                .map(fonction -> initial(fonction) + " " + CommandFrench.name(fonction))
                .collect(Collectors.joining(" · ", "Fonctions : ", "")));
        plans.stream()
                .filter(plan -> !plan.getExAequo().isEmpty())
                .map(PlansText::choice)
                .forEach(lines::add);
        return lines;
    }

    /** In full: a maire who has to choose needs every name. */
    private static String choice(Plan plan) {
        return plan.getExAequo().stream()
                .map(siege ->
                        siege.getName() + " (" + Objects.requireNonNullElse(siege.getCommune(), siege.getInsee()) + ")")
                .collect(Collectors.joining(" · ", "Ex æquo, le choix revient à " + plan.getName() + " : ", ""));
    }

    private static String[] cells(Plan plan) {
        Stream<String> what = Stream.of(
                cut(plan.getName()),
                cut(seat(plan)),
                room(plan).map(PlansText::score).orElse(CommandFrench.NONE),
                functions(plan),
                CommandFrench.number(plan.getEtapes()),
                CommandFrench.number(plan.getAInstruire()),
                CommandFrench.number(plan.getDonneesInsuffisantes()));
        Stream<String> aid = plan.getAid().stream().map(AidLine::getAid).map(amount -> shown(plan, amount));
        return Stream.of(what, aid, Stream.of(shown(plan, plan.getAidTotal())))
                .flatMap(cells -> cells)
                .toArray(String[]::new);
    }

    /** Where no cost at all is known there is no amount, not even a zero. */
    private static String shown(Plan plan, @Nullable BigDecimal amount) {
        return plan.getAidTotal() == null ? CommandFrench.NONE : CommandFrench.amount(amount);
    }

    private static String seat(Plan plan) {
        if (plan.getSiege() != null) {
            return plan.getSiege().getName();
        }
        if (!plan.getExAequo().isEmpty()) {
            return "(à choisir entre " + plan.getExAequo().size() + ")";
        }
        return plan.getExistingTiersLieu() == null ? CommandFrench.NONE : "(existe déjà)";
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

    private static String cut(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
    }
}
