package fr.passerelle.console.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Templates;
import fr.passerelle.console.programme.ImplantationPage.ImplantationStudy;
import fr.passerelle.console.programme.ImplantationPage.ImplantationView;
import fr.passerelle.published.programme.ProgrammeExamples;
import fr.passerelle.published.programme.RegretTable;
import fr.passerelle.schemas.event.EtapeImplantee;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.ImplantationEpci;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Preuve;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImplantationTemplateTest {

    private static final ScenarioLine LINE = ScenarioExamples.view().line();

    @Test
    void setsTheRuleBesideTheBest() throws Exception {
        assertThat(shown(new ImplantationView(
                        LINE,
                        ProgrammeExamples.scenario(),
                        RegretTable.of(implantation(Objectif.MEME_NOMBRE, null, null)))))
                .contains(
                        "Autant d’étapes que la règle du jour",
                        "65\u00a0%",
                        "70\u00a0%",
                        "à moins de 5\u00a0km",
                        "sur 1")
                .contains("Iraient à\u00a0: Ham.", "Quitteraient\u00a0: Ham.", "les 6 séances", "12,3\u00a0km → —")
                .doesNotContain("??", "null");
        assertThat(shown(new ImplantationView(
                        LINE,
                        ProgrammeExamples.scenario(),
                        RegretTable.of(implantation(Objectif.COUVERTURE, 950, 4_000)))))
                .contains("95\u00a0% des habitants demandés", "12,3\u00a0km → 4\u00a0km");
    }

    @Test
    void tellsWhatToTypeWhereNothingWasComputed() throws Exception {
        assertThat(shown(null))
                .contains("Aucune implantation", "./passerelle implantation run")
                .doesNotContain("??");
    }

    private static Implantation implantation(Objectif objectif, @Nullable Integer asked, @Nullable Integer worst) {
        return Implantation.newBuilder()
                .setObjectif(objectif)
                .setAsked(asked)
                .setRadiusM(5_000)
                .setPreuve(Preuve.OPTIMAL)
                .setBound(700)
                .setEpcis(List.of(ImplantationEpci.newBuilder()
                        .setEpci("200000001")
                        .setName("CC A")
                        .setPopulation(1_000)
                        .setByRule(650)
                        .setBest(700)
                        .setReachable(900)
                        .setWorstByRule(12_345)
                        .setWorstBest(worst)
                        .setSessions(6)
                        .setSessionsFit(false)
                        .setEtapes(List.of(stop(false)))
                        .setQuittees(List.of(stop(true)))
                        .build()))
                .build();
    }

    private static EtapeImplantee stop(boolean byRule) {
        return EtapeImplantee.newBuilder()
                .setInsee("80410")
                .setCommune("Ham")
                .setName("Salle de Ham")
                .setPinned(false)
                .setByRule(byRule)
                .setCapacity(4)
                .build();
    }

    private static String shown(@Nullable ImplantationView chosen) throws Exception {
        return Templates.show(
                "programme/implantation",
                "LECTEUR",
                Map.of("page", new ImplantationStudy(List.of(LINE), chosen), "section", "programmation"));
    }
}
