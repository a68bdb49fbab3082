package fr.passerelle.console.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.programme.ImplantationPage.ImplantationTable;
import fr.passerelle.schemas.event.EtapeImplantee;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.ImplantationEpci;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Preuve;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImplantationTableTest {

    @Test
    void tellsWhereMostIsGainedFirstAndTheSharesOfAll() {
        ImplantationTable table = ImplantationTable.of(implantation(
                epci("A", 1_000, 700, 650, stop("1", true)),
                epci("B", 3_000, 1_500, 2_100, stop("2", true), stop("3", false))));

        assertThat(table.rows()).extracting(row -> row.epci().getName()).containsExactly("B", "A");
        assertThat(table.rows().getFirst().moved())
                .extracting(EtapeImplantee::getInsee)
                .containsExactly("3");
        assertThat(table.byRule()).isEqualByComparingTo("55.00");
        assertThat(table.best()).isEqualByComparingTo("68.75");
        assertThat(table.reachable()).isEqualByComparingTo("100");
        assertThat(table.stops()).isEqualTo(3);
        assertThat(table.moved()).isOne();
        assertThat(table.kilometres()).isEqualTo(5);
    }

    @Test
    void sharesNothingAmongNobody() {
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
