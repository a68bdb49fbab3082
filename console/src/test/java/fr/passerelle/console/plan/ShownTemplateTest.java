package fr.passerelle.console.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Templates;
import fr.passerelle.console.plan.PlanView.ChangeGroup;
import fr.passerelle.console.plan.PlanView.ShortList;
import fr.passerelle.sheets.explanation.ChangePart.SmallestChange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownTemplateTest {

    private static final String ALL = "href=\"/intercommunalites/200000001?tout=oui#%s\"";
    private static final String PAPER =
            "<p class=\"d-none d-print-block\">15 sur 40\u00a0; la suite est dans la console.";

    @Test
    void saysOnPaperWhatALinkSaysOnTheScreen() throws Exception {
        assertThat(rest(40)).contains(ALL.formatted("etapes"), "Montrer aussi les 25 autres", PAPER);
        assertThat(rest(3)).doesNotContain("Montrer", "console");
    }

    @Test
    void leadsToTheRestOfTheChangesWhicheverTheyAlter() throws Exception {
        for (boolean seat : new boolean[] {true, false}) {
            List<SmallestChange> changes = Collections.nCopies(40, new SmallestChange("si", "avant", "après", seat));

            assertThat(shown(
                            "plan/morceaux :: changements(siren='200000001',groups=${groupes})",
                            Map.of("groupes", ChangeGroup.of(changes, false))))
                    .containsOnlyOnce(ALL.formatted("changer"));
        }
    }

    private static String rest(int many) throws Exception {
        ShortList<String> list = ShortList.of(Collections.nCopies(many, "x"), false);
        return shown("plan/morceaux :: suite(siren='200000001',shown=${liste},ancre='etapes')", Map.of("liste", list));
    }

    private static String shown(String view, Map<String, ?> model) throws Exception {
        return Templates.show(view, "LECTEUR", model);
    }

    @Test
    void showsTheFirstOfALongListUnlessAskedForAll() {
        assertThat(ShortList.of(Collections.nCopies(40, "x"), false).left()).isEqualTo(25);
        assertThat(ShortList.of(Collections.nCopies(40, "x"), true)).satisfies(all -> {
            assertThat(all.items()).hasSize(40);
            assertThat(all.left()).isZero();
        });
        assertThat(ShortList.of(Collections.nCopies(3, "x"), false).left()).isZero();
    }
}
