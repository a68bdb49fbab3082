package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTemplateTest {

    private static final String VIEW =
            "page/document :: blocs(nom='t',blocks=${blocks},texte='dit',legende='visually-hidden',cellule='nombre')";

    @Test
    void showsEachKindOfBlock() throws Exception {
        assertThat(shown(
                        new DocumentBlock("titre", "Portée", List.of(), List.of()),
                        new DocumentBlock("paragraphe", "Une phrase.", List.of(), List.of()),
                        new DocumentBlock("liste", "", List.of(), List.of(List.of("Un point"))),
                        new DocumentBlock("table", "Aide", List.of("Ligne", "Aide"), List.of(List.of("Étude", "1 €")))))
                .contains(
                        "<h2>Portée</h2>",
                        "<p class=\"dit\">Une phrase.</p>",
                        "<li>Un point</li>",
                        "aria-labelledby=\"t-4\"",
                        "<caption id=\"t-4\" class=\"visually-hidden\">Aide</caption>",
                        "<th scope=\"row\">Étude</th>",
                        "<td class=\"nombre\">1 €</td>");
    }

    @Test
    void showsNoHeaderThatSaysNothing() throws Exception {
        assertThat(shown(new DocumentBlock("table", "Aide", List.of("", ""), List.of(List.of("Étude", "1 €")))))
                .doesNotContain("<thead>");
    }

    private static String shown(DocumentBlock... blocks) throws Exception {
        return Templates.show(VIEW, "LECTEUR", Map.of("blocks", List.of(blocks)));
    }
}
