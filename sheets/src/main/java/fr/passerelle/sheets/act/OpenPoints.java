package fr.passerelle.sheets.act;

import fr.passerelle.rules.conversion.Conversions;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.act.ActDraft.ActOrigin;
import fr.passerelle.sheets.act.ActDraft.AidGrid;
import fr.passerelle.sheets.act.ActDraft.EtapesGrid;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.Naming;
import fr.passerelle.sheets.explanation.SeatPart.LiftFirst;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What should not be signed yet, and what is left to settle before it is: it stands before anything else of a draft. */
record OpenPoints(Dossier dossier, ActOrigin origin) {

    List<Block> blocks() {
        List<List<String>> rows = rows();
        return List.of(
                Block.heading("acte.points"),
                rows.isEmpty()
                        ? Block.paragraph("acte.points.aucun")
                        : new Block.Grid(Textes.say("acte.points.liste"), List.of("Point", "Pourquoi"), rows));
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        add(rows, origin.exercise(), "acte.point.exercice", origin.mention());
        addData(rows);
        addSeat(rows);
        addEtapes(rows);
        addActs(rows);
        return List.copyOf(rows);
    }

    private void addData(List<List<String>> rows) {
        Plan plan = dossier.plan();
        list(rows, "acte.point.suspens", "lieux", places(plan.getUndecided().stream()));
        list(rows, "acte.point.aequo", "lieux", places(SigningObstacle.EX_AEQUO));
        list(rows, "acte.point.instruire", "salles", places(SigningObstacle.A_INSTRUIRE));
        list(rows, "acte.point.recentes", "salles", places(SigningObstacle.DONNEES_RECENTES));
        list(rows, "acte.point.donnees", "salles", places(SigningObstacle.DONNEES_INSUFFISANTES));
        add(rows, plan.getFlags().contains(Conversions.HUMAN_EXAMINATION), "acte.point.examen", Map.of());
    }

    private void addSeat(List<List<String>> rows) {
        Plan plan = dossier.plan();
        list(rows, "acte.point.lever", "lieux", toLift(plan));
        list(rows, "acte.point.etude", "lignes", new AidGrid(dossier).waiting());
        list(rows, "acte.point.cout", "lignes", new AidGrid(dossier).unknown());
        add(rows, plan.getSiege() != null && plan.getBudget().isEmpty(), "acte.point.ouverture", Map.of());
        List<String> unsure = ActDraft.functions(dossier, Disponibilite.A_VERIFIER);
        add(
                rows,
                !unsure.isEmpty(),
                "acte.point.fonctions",
                Map.of("fonctions", Textes.and(unsure), "lieu", ActDraft.at(dossier)));
    }

    private static List<String> toLift(Plan plan) {
        Naming naming = Naming.of(plan);
        return SigningObstacle.A_LEVER
                .seats(plan)
                .map(seat -> Textes.say(
                        "acte.point.lever.lieu",
                        Map.of(
                                "lieu", naming.bare(seat),
                                "points", LiftFirst.points(plan, seat).orElseThrow())))
                .toList();
    }

    private void addEtapes(List<List<String>> rows) {
        Plan plan = dossier.plan();
        add(
                rows,
                SigningObstacle.PROXIMITE.in(plan),
                "acte.point.proximite",
                Map.of(
                        "propose", plan.getProximiteProposed(),
                        "actuel", plan.getProximiteToday(),
                        "population", plan.getPopulation(),
                        "km", dossier.proximityKilometres()));
        list(rows, "acte.point.accord", "lieux", new EtapesGrid(dossier).hosts());
        List<String> unpaid = new EtapesGrid(dossier).unpaid();
        String cost = dossier.animationCost();
        add(
                rows,
                !unpaid.isEmpty(),
                "acte.point.payeur",
                Map.of("salles", Textes.and(unpaid), "cout", cost, "connu", Textes.yes(!cost.isEmpty())));
        list(rows, "acte.point.maximum", "lieux", dossier.crowdedHosts());
    }

    private void addActs(List<List<String>> rows) {
        add(rows, !origin.decisions().isEmpty(), "acte.point.decisions", String.join(" ", origin.decisions()));
        List<String> apart = dossier.plan().getEcarts().stream()
                .map(Ecart::getAct)
                .distinct()
                .toList();
        add(rows, !apart.isEmpty(), "acte.point.ecart", Map.of("n", apart.size(), "actes", Textes.and(apart)));
        list(
                rows,
                "acte.point.conflit",
                "actes",
                dossier.plan().getConflits().stream()
                        .map(Conflit::getActs)
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
    }

    private static void list(List<List<String>> rows, String key, String argument, List<String> items) {
        add(rows, !items.isEmpty(), key, Map.of(argument, Textes.and(items)));
    }

    private static void add(List<List<String>> rows, boolean holds, String key, Map<String, ?> arguments) {
        add(rows, holds, key, Textes.say(key + ".detail", arguments));
    }

    private static void add(List<List<String>> rows, boolean holds, String key, String why) {
        if (holds) {
            rows.add(List.of(Textes.say(key), why));
        }
    }

    private List<String> places(SigningObstacle obstacle) {
        return places(obstacle.seats(dossier.plan()));
    }

    private List<String> places(Stream<Siege> seats) {
        Naming naming = Naming.of(dossier.plan());
        return seats.map(naming::bare).toList();
    }
}
