package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.security.Role;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelpPageTest {

    private final Map<String, Object> nothingPublished = Map.of("section", "aide", "reconstitution", false);

    @Test
    void leadsToEachPageAndExplainsEachMarkAndRole() throws Exception {
        String page = Templates.show("page/aide", "LECTEUR", nothingPublished);

        assertThat(Stream.of("intercommunalites", "salles", "budget", "regles", "executions", "rejeux", "decisions"))
                .allSatisfy(section -> assertThat(page).contains("<td><a href=\"/" + section + "\""));
        assertThat(Mark.values()).allSatisfy(mark -> assertThat(page).contains("etat-" + mark.css()));
        assertThat(page.split("<th scope=\"row\">", -1)).hasSize(Role.values().length + 1);
        assertThat(page).contains("CARCT").doesNotContain("??");
    }

    @Test
    void isReachedFromEachPage() throws Exception {
        assertThat(Templates.show("run/premiere", "LECTEUR", nothingPublished)).contains("href=\"/aide\"");
    }
}
