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
        blocks.add(Block.heading("acte.visas"));
        blocks.addAll(visas());
        blocks.add(Block.heading("acte.considerants"));
        blocks.addAll(recitals());
        blocks.add(Block.heading("acte.decide"));
        List<List<Block>> articles = articles();
        IntStream.range(0, articles.size()).forEach(index -> {
            blocks.add(new Block.Heading(3, Textes.say("acte.article", Map.of("n", index + 1))));
            blocks.addAll(articles.get(index));
        });
        blocks.add(Block.paragraph("acte.signature"));
        return blocks;
    }

    private List<Block> visas() {
        return List.of(
                Block.paragraph("acte.visa.organe"),
                Block.paragraph("acte.visa.collectivites"),
                Block.paragraph("acte.visa.administration"),
                Block.paragraph("acte.visa.reglement", Map.of("bareme", origin.bareme())),
                Block.paragraph(
                        "acte.visa.demande",
                        Map.of(
                                "epci", FrenchNames.epci(dossier.plan().getName()),
                                "siren", dossier.plan().getEpci())),
                Block.paragraph("acte.visa.budget"));
    }

    private List<List<Block>> articles() {
        List<List<Block>> articles = new ArrayList<>();
        if (dossier.isSeated()) {
            articles.add(List.of(Block.paragraph(
                    "acte.article.siege",
                    Map.of(
                            "lieu", ActDraft.at(dossier),
                            "etude", dossier.study(),
                            "fonctions", dossier.functionsNeeded()))));
        }
        articles.add(List.of(aid(), new AidGrid(dossier).block()));
        EtapesGrid etapes = new EtapesGrid(dossier);
        if (dossier.isSeated() && !dossier.etapes().isEmpty()) {
            articles.add(List.of(Block.paragraph("acte.article.etapes"), etapes.block()));
        }
        articles.add(List.of(Block.paragraph("acte.article.convention")));
        articles.add(List.of(Block.paragraph("acte.article.budget")));
        articles.add(List.of(Block.paragraph("acte.article.recours")));
        return articles;
    }

    private Block aid() {
        var aid = dossier.plan().getAidTotal();
        return aid == null
                ? Block.paragraph("acte.article.aide", Map.of("connue", "non", "aide", 0))
                : Block.paragraph(
                        "acte.article.aide",
                        Map.of(
                                "connue",
                                Textes.yes(new AidGrid(dossier).unknown().isEmpty()),
                                "aide",
                                aid));
    }

    private List<Block> recitals() {
        Plan plan = dossier.plan();
        List<Block> blocks = new ArrayList<>();
        if (plan.getBesoin() != Besoin.INCONNU) {
            blocks.add(Block.paragraph(
                    "acte.considerant.besoin", Map.of("besoin", Textes.word("besoin", plan.getBesoin()))));
        }
        Siege seat = plan.getSiege();
        if (seat == null) {
            blocks.add(Block.paragraph("acte.considerant.aucun", Map.of("cas", noSeat(plan))));
        } else {
            addSeat(blocks, seat);
            addEtapes(blocks, plan);
        }
        blocks.add(Block.paragraph("acte.considerant.calcul"));
        return blocks;
    }

    private void addSeat(List<Block> blocks, Siege seat) {
        if (seat.getKind() == SiegeKind.SITE) {
            blocks.add(Block.paragraph("acte.considerant.site", Map.of("lieu", ActDraft.at(dossier))));
        } else {
            dossier.score(seat.getId()).ifPresent(score -> addScore(blocks, score));
        }
        List<String> functions = ActDraft.functions(dossier, Disponibilite.OFFERTE, Disponibilite.POSSIBLE);
        if (!functions.isEmpty()) {
            blocks.add(Block.paragraph("acte.considerant.fonctions", Map.of("fonctions", Textes.and(functions))));
        }
    }

    private void addScore(List<Block> blocks, Frequentation score) {
        Map<String, Object> figures = dossier.figures(score);
        figures.put("lieu", ActDraft.at(dossier));
        blocks.add(Block.paragraph("acte.considerant.usage", figures));
        if (score.getScore() != null && score.getLow() != null && score.getHigh() != null) {
            blocks.add(Block.paragraph("acte.considerant.note", figures));
        }
    }

    private void addEtapes(List<Block> blocks, Plan plan) {
        if (plan.getEtapes() > 0) {
            blocks.add(Block.paragraph(
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
