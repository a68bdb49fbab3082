package fr.passerelle.sheets.act;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.act.ActDraft.ActOrigin;
import fr.passerelle.sheets.act.ActDraft.AidGrid;
import fr.passerelle.sheets.act.ActDraft.EtapesGrid;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A deliberation of the Commission permanente: its visas, its considérants, its articles. */
record DeliberationBlocks(Dossier dossier, ActOrigin origin) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(ActDraft.heading("acte.visas"));
        blocks.addAll(visas());
        blocks.add(ActDraft.heading("acte.considerants"));
        blocks.addAll(recitals());
        blocks.add(ActDraft.heading("acte.decide"));
        List<List<Block>> articles = articles();
        IntStream.range(0, articles.size()).forEach(index -> {
            blocks.add(new Block.Heading(3, Textes.say("acte.article", Map.of("n", index + 1))));
            blocks.addAll(articles.get(index));
        });
        blocks.add(ActDraft.paragraph("acte.signature"));
        return blocks;
    }

    private List<Block> visas() {
        return List.of(
                ActDraft.paragraph("acte.visa.organe"),
                ActDraft.paragraph("acte.visa.collectivites"),
                ActDraft.paragraph("acte.visa.administration"),
                ActDraft.paragraph("acte.visa.reglement", Map.of("bareme", origin.bareme())),
                ActDraft.paragraph(
                        "acte.visa.demande",
                        Map.of(
                                "epci", FrenchNames.epci(dossier.plan().getName()),
                                "siren", dossier.plan().getEpci())),
                ActDraft.paragraph("acte.visa.budget"));
    }

    private List<List<Block>> articles() {
        List<List<Block>> articles = new ArrayList<>();
        if (dossier.isSeated()) {
            articles.add(List.of(ActDraft.paragraph(
                    "acte.article.siege",
                    Map.of(
                            "lieu", ActDraft.at(dossier),
                            "etude", dossier.study(),
                            "fonctions", dossier.functionsNeeded()))));
        }
        articles.add(List.of(aid(), new AidGrid(dossier).block()));
        EtapesGrid etapes = new EtapesGrid(dossier);
        if (dossier.isSeated() && !dossier.etapes().isEmpty()) {
            articles.add(List.of(ActDraft.paragraph("acte.article.etapes"), etapes.block()));
        }
        articles.add(List.of(ActDraft.paragraph("acte.article.convention")));
        articles.add(List.of(ActDraft.paragraph("acte.article.budget")));
        articles.add(List.of(ActDraft.paragraph("acte.article.recours")));
        return articles;
    }

    private Block aid() {
        var aid = dossier.plan().getAidTotal();
        return aid == null
                ? ActDraft.paragraph("acte.article.aide", Map.of("connue", "non", "aide", 0))
                : ActDraft.paragraph(
                        "acte.article.aide",
                        Map.of(
                                "connue",
                                Textes.yes(new AidGrid(dossier).unknown().isEmpty()),
                                "aide",
                                aid));
    }

    /** What its articles rest on. */
    private List<Block> recitals() {
        Plan plan = dossier.plan();
        List<Block> blocks = new ArrayList<>();
        if (plan.getBesoin() != Besoin.INCONNU) {
            blocks.add(ActDraft.paragraph(
                    "acte.considerant.besoin",
                    Map.of("besoin", Textes.word("besoin", plan.getBesoin().name()))));
        }
        Siege seat = plan.getSiege();
        if (seat == null) {
            blocks.add(ActDraft.paragraph("acte.considerant.aucun", Map.of("cas", noSeat(plan))));
        } else {
            addSeat(blocks, seat);
            addEtapes(blocks, plan);
        }
        blocks.add(ActDraft.paragraph("acte.considerant.calcul"));
        return blocks;
    }

    private void addSeat(List<Block> blocks, Siege seat) {
        if (seat.getKind() == SiegeKind.SITE) {
            blocks.add(ActDraft.paragraph("acte.considerant.site", Map.of("lieu", ActDraft.at(dossier))));
        } else {
            dossier.score(seat.getId()).ifPresent(score -> addScore(blocks, score));
        }
        List<String> functions = ActDraft.functions(dossier, Disponibilite.OFFERTE, Disponibilite.POSSIBLE);
        if (!functions.isEmpty()) {
            blocks.add(ActDraft.paragraph("acte.considerant.fonctions", Map.of("fonctions", Textes.and(functions))));
        }
    }

    private void addScore(List<Block> blocks, Frequentation score) {
        blocks.add(ActDraft.paragraph(
                "acte.considerant.usage",
                Map.of(
                        "lieu", ActDraft.at(dossier),
                        "presences", score.getPresences12Months(),
                        "observes", score.getObserved12Months(),
                        "remplis", score.getMonthsObserved(),
                        "ouverts", score.getMonthsOpen())));
        Integer note = score.getScore();
        Integer low = score.getLow();
        Integer high = score.getHigh();
        if (note != null && low != null && high != null) {
            blocks.add(ActDraft.paragraph(
                    "acte.considerant.note",
                    Map.of(
                            "note", note,
                            "sure", Textes.yes(low.equals(high)),
                            "bas", low,
                            "haut", high,
                            "seuil", dossier.threshold())));
        }
    }

    private void addEtapes(List<Block> blocks, Plan plan) {
        if (plan.getEtapes() > 0) {
            blocks.add(ActDraft.paragraph(
                    "acte.considerant.etapes",
                    Map.of(
                            "n", plan.getEtapes(),
                            "seances", plan.getSessionsAMonth(),
                            "cout", dossier.animationCost())));
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
