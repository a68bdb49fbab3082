package fr.passerelle.sheets.act;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The considérants of a deliberation: what its articles rest on. */
record Recitals(Dossier dossier) {

    List<Block> blocks() {
        Plan plan = dossier.plan();
        List<Block> blocks = new ArrayList<>();
        if (plan.getBesoin() != Besoin.INCONNU) {
            blocks.add(ActWords.paragraph(
                    "acte.considerant.besoin",
                    Map.of("besoin", Textes.word("besoin", plan.getBesoin().name()))));
        }
        Siege seat = plan.getSiege();
        if (seat == null) {
            blocks.add(ActWords.paragraph("acte.considerant.aucun", Map.of("cas", noSeat(plan))));
        } else {
            addSeat(blocks, seat);
            addEtapes(blocks, plan);
        }
        blocks.add(ActWords.paragraph("acte.considerant.calcul"));
        return blocks;
    }

    private void addSeat(List<Block> blocks, Siege seat) {
        if (seat.getKind() == SiegeKind.SITE) {
            blocks.add(ActWords.paragraph("acte.considerant.site", Map.of("lieu", ActWords.at(dossier))));
        } else {
            dossier.score(seat.getId()).ifPresent(score -> addScore(blocks, score));
        }
        List<String> functions = ActWords.functions(dossier, Disponibilite.OFFERTE, Disponibilite.POSSIBLE);
        if (!functions.isEmpty()) {
            blocks.add(ActWords.paragraph("acte.considerant.fonctions", Map.of("fonctions", Textes.and(functions))));
        }
    }

    private void addScore(List<Block> blocks, Frequentation score) {
        blocks.add(ActWords.paragraph(
                "acte.considerant.usage",
                Map.of(
                        "lieu", ActWords.at(dossier),
                        "presences", score.getPresences12Months(),
                        "observes", score.getObserved12Months(),
                        "remplis", score.getMonthsObserved(),
                        "ouverts", score.getMonthsOpen())));
        Integer note = score.getScore();
        Integer low = score.getLow();
        Integer high = score.getHigh();
        if (note != null && low != null && high != null) {
            blocks.add(ActWords.paragraph(
                    "acte.considerant.note",
                    Map.of(
                            "note",
                            note,
                            "sure",
                            ActWords.yes(low.equals(high)),
                            "bas",
                            low,
                            "haut",
                            high,
                            "seuil",
                            dossier.threshold())));
        }
    }

    private void addEtapes(List<Block> blocks, Plan plan) {
        if (plan.getEtapes() > 0) {
            blocks.add(ActWords.paragraph(
                    "acte.considerant.etapes",
                    Map.of(
                            "n",
                            plan.getEtapes(),
                            "seances",
                            plan.getSessionsAMonth(),
                            "cout",
                            dossier.animationCost())));
        }
    }

    private static String noSeat(Plan plan) {
        if (plan.getExistingTiersLieu() != null) {
            return "existant";
        }
        if (!plan.getExAequo().isEmpty()) {
            return "aequo";
        }
        return plan.getUndecided().isEmpty() ? "aucun" : "suspens";
    }
}
