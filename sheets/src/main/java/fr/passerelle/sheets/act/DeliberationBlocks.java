package fr.passerelle.sheets.act;

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
        blocks.add(ActWords.heading("acte.visas"));
        blocks.addAll(visas());
        blocks.add(ActWords.heading("acte.considerants"));
        blocks.addAll(new Recitals(dossier).blocks());
        blocks.add(ActWords.heading("acte.decide"));
        List<List<Block>> articles = articles();
        IntStream.range(0, articles.size()).forEach(index -> {
            blocks.add(new Block.Heading(3, Textes.say("acte.article", Map.of("n", index + 1))));
            blocks.addAll(articles.get(index));
        });
        blocks.add(ActWords.paragraph("acte.signature"));
        return blocks;
    }

    private List<Block> visas() {
        return List.of(
                ActWords.paragraph("acte.visa.organe"),
                ActWords.paragraph("acte.visa.collectivites"),
                ActWords.paragraph("acte.visa.administration"),
                ActWords.paragraph("acte.visa.reglement", Map.of("bareme", origin.bareme())),
                ActWords.paragraph(
                        "acte.visa.demande",
                        Map.of(
                                "epci",
                                FrenchNames.epci(dossier.plan().getName()),
                                "siren",
                                dossier.plan().getEpci())),
                ActWords.paragraph("acte.visa.budget"));
    }

    private List<List<Block>> articles() {
        List<List<Block>> articles = new ArrayList<>();
        if (dossier.plan().getSiege() != null) {
            articles.add(List.of(ActWords.paragraph(
                    "acte.article.siege",
                    Map.of(
                            "lieu",
                            ActWords.at(dossier),
                            "etude",
                            dossier.study(),
                            "fonctions",
                            dossier.functionsNeeded()))));
        }
        articles.add(List.of(aid(), new AidGrid(dossier).block()));
        EtapesGrid etapes = new EtapesGrid(dossier);
        if (dossier.plan().getSiege() != null && !etapes.isEmpty()) {
            articles.add(List.of(ActWords.paragraph("acte.article.etapes"), etapes.block()));
        }
        articles.add(List.of(ActWords.paragraph("acte.article.convention")));
        articles.add(List.of(ActWords.paragraph("acte.article.budget")));
        articles.add(List.of(ActWords.paragraph("acte.article.recours")));
        return articles;
    }

    private Block aid() {
        var aid = dossier.plan().getAidTotal();
        return aid == null
                ? ActWords.paragraph("acte.article.aide", Map.of("connue", "non", "aide", 0))
                : ActWords.paragraph(
                        "acte.article.aide",
                        Map.of(
                                "connue",
                                ActWords.yes(new AidGrid(dossier).unknown().isEmpty()),
                                "aide",
                                aid));
    }
}
