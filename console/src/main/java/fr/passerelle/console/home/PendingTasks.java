package fr.passerelle.console.home;

import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.epci.EpciRows.PendingTask;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tasks of one kind, as an address writes it, that wait for a human: in how many EPCIs, one at least, and the first of these. */
public record PendingTasks(String kind, int epcis, int things, List<Line> lines) {

    private static final int TOLD = 4;

    /** One inhabitant of some ten million shows in it. */
    private static final int MOST_PLACES = 6;

    /** An EPCI, and what exactly waits or is in the way there; empty where it is the whole plan. */
    public record Line(String siren, String name, String detail) {}

    /** Every kind of which something waits. */
    public static List<PendingTasks> of(Collection<EpciRow> rows, PageTexts texts) {
        return Arrays.stream(PendingTask.values())
                .map(kind -> of(kind, rows, texts))
                .filter(waits -> waits.epcis() > 0)
                .toList();
    }

    private static PendingTasks of(PendingTask kind, Collection<EpciRow> rows, PageTexts texts) {
        List<EpciRow> waiting =
                rows.stream().filter(row -> row.waiting().contains(kind)).toList();
        int things = waiting.stream()
                .mapToInt(row -> kind.things(row.plan(), row.monthsMissing()))
                .sum();
        List<Line> lines = waiting.stream()
                .limit(TOLD)
                .map(row -> new Line(row.plan().getEpci(), row.plan().getName(), detail(kind, row, texts)))
                .toList();
        return new PendingTasks(kind.name(), waiting.size(), things, lines);
    }

    private static String detail(PendingTask kind, EpciRow row, PageTexts texts) {
        Plan plan = row.plan();
        return switch (kind) {
            case A_INSTRUIRE -> toExamine(plan);
            case EX_AEQUO -> plan.getExAequo().stream().map(Siege::getName).collect(Collectors.joining(" · "));
            case EXAMEN -> texts.say("accueil.attente.EXAMEN.detail", row.need(), plan.getEtapes());
            case ECART ->
                plan.getEcarts().stream()
                        .map(gap -> Textes.word("ligne", gap.getOn()))
                        .collect(Collectors.joining(" · "));
            case CONFLIT ->
                plan.getConflits().stream()
                        .map(conflict -> Codes.outcome(conflict.getCode()))
                        .collect(Collectors.joining(" · "));
            case PROXIMITE -> fall(plan);
            case RELANCE -> texts.say("accueil.attente.RELANCE.detail", row.monthsMissing(), row.roomsMissing());
        };
    }

    private static String toExamine(Plan plan) {
        return plan.getRooms().stream()
                .filter(room -> room.getCandidature() == Candidature.A_INSTRUIRE)
                .map(PlanRoom::getName)
                .collect(Collectors.joining(" · "));
    }

    /** The share of inhabitants near mediation today, and as proposed: in whole percent, or with the decimals that it takes to see the fall. */
    public static String fall(Plan plan) {
        int places = IntStream.range(0, MOST_PLACES)
                .filter(few -> !percent(plan.getProximiteToday(), plan, few)
                        .equals(percent(plan.getProximiteProposed(), plan, few)))
                .findFirst()
                .orElse(MOST_PLACES);
        return percent(plan.getProximiteToday(), plan, places)
                + " → "
                + percent(plan.getProximiteProposed(), plan, places);
    }

    private static String percent(int inhabitants, Plan plan, int places) {
        BigDecimal share = new BigDecimal(inhabitants)
                .movePointRight(2)
                .divide(new BigDecimal(Math.max(plan.getPopulation(), 1)), places, RoundingMode.HALF_UP);
        return FrenchNumbers.decimal(share, places) + "\u00a0%";
    }
}
