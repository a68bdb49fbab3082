package fr.passerelle.console.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Templates;
import fr.passerelle.console.programme.ImplantationPage.ImplantationStudy;
import fr.passerelle.console.programme.ImplantationPage.ImplantationTable;
import fr.passerelle.console.programme.ImplantationPage.ImplantationView;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.schemas.event.EtapeImplantee;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.ImplantationEpci;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.study.Study;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImplantationTemplateTest {

    private static final Study<ScenarioManifest> LINE = ScenarioExamples.view().scenario();

    @Test
    void setsTheRuleBesideTheBest() throws Exception {
        assertThat(shown(new ImplantationView(
                        LINE,
                        ProgrammeExamples.scenario(),
                        ImplantationTable.of(implantation(Objectif.MEME_NOMBRE, null, null)))))
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
                        ImplantationTable.of(implantation(Objectif.COUVERTURE, 950, 4_000)))))
                .contains("95\u00a0% des habitants demandés", "12,3\u00a0km → 4\u00a0km");
    }

    /** There are neither credits nor a value. */
    @Test
    void saysWhatWasAskedAndProvedInItsOwnWords() throws Exception {
        assertThat(stated(implantation(Objectif.NOMBRE, 1, null)))
                .contains("1 étape demandée, pour", "Prouvé\u00a0: aucun autre placement n’est meilleur.")
                .doesNotContain("crédits", "cette valeur", "autant d’étapes", "Autant", "étapes demandées");
        assertThat(stated(implantation(Objectif.NOMBRE, 50, null))).contains("50 étapes demandées, pour");
        assertThat(stated(implantation(Objectif.MEME_NOMBRE, null, null))).contains("La règle fait parfois mieux");
    }

    @Test
    void saysHowFarTheBestCouldBeWhereItStopped() throws Exception {
        Implantation stopped = implantation(Objectif.NOMBRE, 50, null);
        stopped.setPreuve(Preuve.INTERROMPU);
        stopped.setBound(12_345);
        assertThat(stated(stopped)).contains("Non prouvé", "un autre aurait au plus 12\u00a0345 habitants proches.");

        Implantation fewest = implantation(Objectif.COUVERTURE, 950, null);
        fewest.setPreuve(Preuve.INTERROMPU);
        fewest.setBound(1);
        assertThat(stated(fewest)).contains("il faut au moins 1 étape.");
    }

    private static String stated(Implantation implantation) throws Exception {
        return shown(new ImplantationView(LINE, ProgrammeExamples.scenario(), ImplantationTable.of(implantation)));
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
