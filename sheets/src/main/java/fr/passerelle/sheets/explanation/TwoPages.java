package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two pages that stand alone: the conclusion, the figures and the rule that decided, the money, what is missing, what the law asks for, the rights. */
record TwoPages(Dossier dossier, ExplanationFocus focus, Origin origin) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        section(blocks, "pages.conclusion", paragraphs(focus.conclusion()));
        section(blocks, "pages.chiffres", new DecidingFigures(dossier, focus.room()).blocks());
        section(blocks, "pages.regle", new DecidingRule(dossier, focus).blocks());
        section(blocks, "pages.argent", new AidTable(dossier).blocks());
        section(
                blocks,
                "pages.manque",
                paragraphs(List.of(new MissingPart(dossier, focus.room(), focus.alone()).text())));
        section(blocks, "legal.contribution", said("legal.contribution.texte"));
        section(blocks, "legal.donnees", said("legal.donnees.texte"));
        section(blocks, "legal.parametres", Stream.of(new Block.Paragraph(parameters())));
        section(blocks, "legal.operations", said("legal.operations.texte"));
        section(blocks, "pages.droits", said("pages.droits.texte"));
        return blocks;
    }

    private static void section(List<Block> blocks, String title, Stream<? extends Block> content) {
        List<? extends Block> told = content.toList();
        if (!told.isEmpty()) {
            blocks.add(new Block.Heading(2, Textes.say(title)));
            blocks.addAll(told);
        }
    }

    private static Stream<Block> said(String key) {
        return paragraphs(List.of(Textes.say(key)));
    }

    private static Stream<Block> paragraphs(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).map(Block.Paragraph::new);
    }

    private String parameters() {
        return Textes.say("pages.bareme", Map.of("id", origin.baremeId(), "titre", origin.baremeTitle()));
    }
}
