package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.TourLevels;
import fr.passerelle.calendar.solver.SecondChoice;
import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.DemiJourneeDePlus;
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
    private static final RythmeEtape FIRST = visit(JourOuvrable.MARDI, DemiJournee.MATIN);
    private static final RythmeEtape SECOND = visit(JourOuvrable.JEUDI, DemiJournee.APRES_MIDI);

    @Test
    void saysWhyAPlaceHasItsDaysAndLacksSessions() {
        SecondChoice choice = new SecondChoice(
                FIRST, SECOND, new TourLevels(1, 0, 300, 40), new TourLevels(1, 0, 324, 10), Preuve.OPTIMAL);

        assertThat(new StopReasons(sector(), etape(), List.of(choice), false).lines())
                .containsExactly(
                        "Salle fictive 022 (room:DEMO-022) : 7 séances tenues sur 8, en 8 semaines.",
                        "Ses horaires sont supposés : à confirmer auprès du lieu.",
                        "Rythme : mardi matin, toutes les semaines, par A-01. Deuxième choix : jeudi après-midi, toutes"
                                + " les semaines, par A-01 ; 24 minutes de route de plus en quatre semaines.",
                        "Quatre semaines du 05/02/2018 : 1 séance que personne ne tient.",
                        "- Si le lieu était ouvert tous les jours travaillés, 1 séance de plus serait tenue"
                                + " (vérifié en recalculant).",
                        "Une demi-journée de plus. Le samedi matin de A-01\u00a0: 1 séance de plus en quatre semaines"
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

    /** What an interrupted search found may be beaten, and may beat what stands. */
    @Test
    void saysWhatIsNotProven() {
        SecondChoice dearer = new SecondChoice(
                FIRST, SECOND, new TourLevels(0, 0, 300, 40), new TourLevels(0, 0, 324, 10), Preuve.INTERROMPU);
        SecondChoice cheaper = new SecondChoice(
                FIRST, SECOND, new TourLevels(0, 0, 300, 40), new TourLevels(0, 0, 290, 50), Preuve.INTERROMPU);

        assertThat(second(dearer)).endsWith("; 24 minutes de route de plus en quatre semaines (non prouvé).");
        assertThat(second(cheaper)).endsWith("; pas plus\u00a0: la recherche s’est arrêtée avant sa fin (non prouvé).");
    }

    @Test
    void saysWhenAnotherCalendarOvertookIt() {
        assertThat(new StopReasons(sector(), etape(), List.of(), true).lines())
                .contains("Rythme : mardi matin, toutes les semaines, par A-01.")
                .last()
                .isEqualTo("Un autre calendrier a été publié depuis ce calcul : les deuxièmes choix ne sont plus"
                        + " recherchés.");
    }

    private static String second(SecondChoice choice) {
        return new StopReasons(sector(), etape(), List.of(choice), false)
                .lines().stream()
                        .filter(line -> line.startsWith("Rythme : "))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> lines(SeancesNonTenues row) {
        ToursComputed sector =
                ToursComputed.newBuilder(sector()).setNonTenues(List.of(row)).build();
        return new StopReasons(sector, etape(), List.of(), false).lines();
    }

    private static RythmeEtape visit(JourOuvrable day, DemiJournee half) {
        return new RythmeEtape(0, Rythme.HEBDOMADAIRE, day, half, List.of(1, 2, 3, 4), "A-01");
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
                .setRythmes(List.of(FIRST))
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
                .setDemiJournees(List.of(
                        new DemiJourneeDePlus("A-01", JourOuvrable.SAMEDI, DemiJournee.MATIN, 1, Preuve.OPTIMAL)))
                .setEcarts(List.of())
                .build();
    }
}
