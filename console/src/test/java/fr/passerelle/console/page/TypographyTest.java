package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class TypographyTest {

    private static final String NAME = "CC des Villes Soeurs d'Halatte & de l'Oise";

    @Test
    void printsNamesAsFrenchIsPrinted() {
        assertThat(shown("<p title=\"x\">Voir <b th:text=\"${nom}\">nom</b></p>"))
                .isEqualTo("<p title=\"x\">Voir <b>CC des Villes Sœurs d’Halatte &amp; de l’Oise</b></p>");
        assertThat(shown("<p>[[${nom}]] : 3 'essais'</p>"))
                .isEqualTo("<p>CC des Villes Sœurs d’Halatte &amp; de l’Oise : 3 'essais'</p>");
    }

    @Test
    void leavesFieldsCodeAndScriptsAsTheyAre() {
        assertThat(shown("<input th:value=\"${nom}\"/>")).contains("d&#39;Halatte");
        assertThat(shown("<pre><b th:text=\"${nom}\">n</b></pre>")).contains("Soeurs d&#39;Halatte");
        assertThat(shown("<code th:text=\"${nom}\">n</code>")).contains("d&#39;Halatte");
        assertThat(shown("<script>const l'x;</script>")).contains("l'x");
    }

    private static String shown(String template) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new Typography());
        return engine.process(template, new Context(null, Map.of("nom", NAME)));
    }
}
