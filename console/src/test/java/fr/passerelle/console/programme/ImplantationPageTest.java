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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImplantationPageTest {

    private static final Study<ScenarioManifest> LINE = ProgrammeExamples.view().scenario();

    @Test
    void setsTheRuleBesideTheBest() throws Exception {
        assertThat(stated(implantation(Objectif.MEME_NOMBRE, null, null)))
                .contains(
                        "Autant d’étapes que la règle du jour",
                        "65\u00a0%",
                        "70\u00a0%",
                        "à moins de 5\u00a0km",
                        "sur 1")
                .contains(
                        "Iraient à\u00a0: Commune 80410.",
                        "Quitteraient\u00a0: Commune 80410.",
                        "les 6 séances",
                        "12,3\u00a0km → —")
                .doesNotContain("null");
        assertThat(stated(implantation(Objectif.COUVERTURE, 950, 4_000)))
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
        assertThat(shown(null)).contains("Aucune implantation", "./passerelle implantation run");
    }

    private static Implantation implantation(Objectif objectif, @Nullable Integer asked, @Nullable Integer worst) {
        ImplantationEpci epci = epci("CC A", 1_000, 650, 700, stop("80410", false));
        epci.setWorstByRule(12_345);
        epci.setWorstBest(worst);
        epci.setSessions(6);
        epci.setSessionsFit(false);
        epci.setQuittees(List.of(stop("80410", true)));
        Implantation implantation = implantation(epci);
        implantation.setObjectif(objectif);
        implantation.setAsked(asked);
        return implantation;
    }

    private static String shown(@Nullable ImplantationView chosen) throws Exception {
        return Templates.page("programme/implantation", "LECTEUR", new ImplantationStudy(List.of(LINE), chosen));
    }

    @Test
    void tellsWhereMostIsGainedFirstAndTheSharesOfAllAndNothingAmongNobody() {
        ImplantationTable table = ImplantationTable.of(implantation(
                epci("A", 1_000, 700, 650, stop("1", true)),
                epci("B", 3_000, 1_500, 2_100, stop("2", true), stop("3", false))));

        assertThat(table.rows()).extracting(ImplantationEpci::getName).containsExactly("B", "A");
        assertThat(table.byRule()).isEqualByComparingTo("55.00");
        assertThat(table.best()).isEqualByComparingTo("68.75");
        assertThat(table.reachable()).isEqualByComparingTo("100");
        assertThat(table.stops()).isEqualTo(3);
        assertThat(table.moved()).isOne();
        assertThat(table.kilometres()).isEqualTo(5);
        assertThat(ImplantationTable.of(implantation()).best()).isZero();
    }

    private static Implantation implantation(ImplantationEpci... epcis) {
        return Implantation.newBuilder()
                .setObjectif(Objectif.MEME_NOMBRE)
                .setRadiusM(5_000)
                .setPreuve(Preuve.OPTIMAL)
                .setBound(2_750)
                .setEpcis(List.of(epcis))
                .build();
    }

    private static ImplantationEpci epci(
            String name, long population, long byRule, long best, EtapeImplantee... stops) {
        return ImplantationEpci.newBuilder()
                .setEpci("20000000" + name)
                .setName(name)
                .setPopulation(population)
                .setByRule(byRule)
                .setBest(best)
                .setReachable(population)
                .setSessions(4)
                .setSessionsFit(true)
                .setEtapes(List.of(stops))
                .setQuittees(List.of())
                .build();
    }

    private static EtapeImplantee stop(String insee, boolean byRule) {
        return EtapeImplantee.newBuilder()
                .setInsee(insee)
                .setCommune("Commune " + insee)
                .setName("Salle " + insee)
                .setPinned(false)
                .setByRule(byRule)
                .setCapacity(4)
                .build();
    }
}
