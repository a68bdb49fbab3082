package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.ToursComputed;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopReasonsTest {

    private static final LocalDate MONDAY = LocalDate.of(2018, 1, 8);
    private static final RythmeEtape VISIT =
            new RythmeEtape(0, Rythme.HEBDOMADAIRE, JourOuvrable.MARDI, DemiJournee.MATIN, List.of(1, 2, 3, 4), "A-01");

    @Test
    void saysWhyAPlaceHasItsDaysAndLacksSessions() {
        assertThat(new StopReasons(sector(), etape()).lines())
                .containsExactly(
                        "Salle fictive 022 (room:DEMO-022) : 7 séances tenues sur 8, en 8 semaines.",
                        "Ses horaires sont supposés : à confirmer auprès du lieu.",
                        "Rythme : mardi matin, toutes les semaines, par A-01.",
                        "Quatre semaines du 05/02/2018 : 1 séance que personne ne tient.",
                        "- Si le lieu était ouvert tous les jours travaillés, 1 séance de plus serait tenue"
                                + " (vérifié en recalculant).");
    }

    @Test
    void tellsNoCauseThatNobodySought() {
        assertThat(lines(new SeancesNonTenues("room:DEMO-022", MONDAY, 2, false, List.of())))
                .contains(
                        "Quatre semaines du 08/01/2018 : 2 séances que personne ne tient ; les causes n'en ont pas été"
                                + " recherchées jusqu'au bout.");
        assertThat(lines(new SeancesNonTenues("room:DEMO-022", MONDAY, 2, true, List.of())))
                .contains(
                        "Quatre semaines du 08/01/2018 : 2 séances que personne ne tient ; aucune cause levée seule n'y"
                                + " suffit.");
    }

    private static List<String> lines(SeancesNonTenues row) {
        ToursComputed sector =
                ToursComputed.newBuilder(sector()).setNonTenues(List.of(row)).build();
        return new StopReasons(sector, etape()).lines();
    }

    private static EtapeDesservie etape() {
        return EtapeDesservie.newBuilder()
                .setEtape("room:DEMO-022")
                .setEpci("200043495")
                .setInsee("02153")
                .setName("Salle fictive 022")
                .setLatitude(49.5)
                .setLongitude(3.6)
                .setRooms(List.of())
                .setAsked(4)
                .setAskedInAll(8)
                .setHeldInAll(7)
                .setHoraires(SourceHoraires.SUPPOSES)
                .setRythmes(List.of(VISIT))
                .build();
    }

    private static ToursComputed sector() {
        return ToursComputed.newBuilder()
                .setTourNo(1)
                .setTourId("T-000001")
                .setManifestHash("x")
                .setRun(new RunRef(1L, "N-000001", "b"))
                .setSector(0)
                .setSectors(1)
                .setDemonstration(false)
                .setFrom(MONDAY)
                .setWeeks(8)
                .setEpcis(List.of("200043495"))
                .setAnimateurs(List.of("A-01"))
                .setCycles(List.of())
                .setEtapes(List.of(etape()))
                .setSeances(List.of())
                .setJournees(List.of())
                .setCharges(List.of())
                .setNonTenues(List.of(new SeancesNonTenues(
                        "room:DEMO-022",
                        MONDAY.plusWeeks(4),
                        1,
                        true,
                        List.of(new CauseVerifiee(MotifSeance.LIEU_FERME, 1, Preuve.OPTIMAL)))))
                .setEcarts(List.of())
                .build();
    }
}
