package fr.passerelle.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.cli.study.TourText.ComputedTour;
import fr.passerelle.cli.study.TourText.StopReasons;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Study;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TourTextTest {

    private static final String EPCI = "247600588";

    @Test
    void findsAnEtapeByItsIdentifierOrItsName() {
        ComputedTour tour = tour(TourExamples.computed());

        assertThat(tour.stop("commune:80613").etape().getName()).isEqualTo("Mairie");
        assertThat(tour.stop("bibliothèque").etape().getEtape()).isEqualTo("place:BIB-1");
        assertRefused(
                () -> tour.stop("Gymnase"),
                "Le calendrier T-000001 ne dit rien de « Gymnase » : « ./passerelle tournees show T-000001 » montre ce"
                        + " qu'il tient.");
    }

    @Test
    void refusesANameThatSeveralEtapesHave() {
        ToursComputed computed = TourExamples.computed();
        computed.getEtapes().forEach(etape -> etape.setName("Salle communale"));

        assertRefused(
                () -> tour(computed).stop("Salle communale"),
                "Plusieurs étapes du calendrier T-000001 se nomment « Salle communale » : donnez l'identifiant de l'une"
                        + " (commune:80613, place:BIB-1).");
        assertThat(tour(computed).stop("place:BIB-1").etape().getEtape()).isEqualTo("place:BIB-1");
    }

    @Test
    void refusesWhatIsNotComputed() {
        assertRefused(
                () -> new ComputedTour(TourExamples.plan(Study.State.PLANNED), List.of()),
                "Le calendrier T-000001 n'est pas calculé : « ./passerelle tournees run T-000001 » d'abord.");
        assertRefused(
                () -> new ComputedTour(TourExamples.plan(Study.State.DISCARDED), List.of()),
                "Le calendrier T-000001 a été écarté sans avoir été calculé.");
    }

    @Test
    void refusesAnEpciThatItDoesNotHave() {
        assertThatCode(() -> tour(TourExamples.computed()).requireEpci(EPCI)).doesNotThrowAnyException();
        assertRefused(
                () -> tour(TourExamples.computed()).requireEpci("200000009"),
                "Le calendrier T-000001 n'a aucune étape dans l'intercommunalité 200000009 : « ./passerelle tournees"
                        + " show T-000001 » montre ce qu'il tient.");
    }

    @Test
    void namesPlacesWithTheirCommune() {
        StringWriter shown = new StringWriter();
        PrintWriter out = new PrintWriter(shown);
        CalendarText text = new CalendarText(List.of(TourExamples.computed()), Map.of("80613", "Oust-Marest"), out);
        text.sessions(EPCI);
        text.print();

        assertThat(shown.toString().lines())
                .anyMatch(line -> line.startsWith("09/01/2018") && line.contains("Bibliothèque, Oust-Marest"))
                .anyMatch(line -> line.startsWith("Mairie, Oust-Marest"));
    }

    private static ComputedTour tour(ToursComputed computed) {
        return new ComputedTour(TourExamples.plan(Study.State.COMPUTED), List.of(computed));
    }

    private static void assertRefused(ThrowingCallable asking, String why) {
        assertThatExceptionOfType(RunRefused.class).isThrownBy(asking).withMessage(why);
    }

    @Test
    void saysWhyAPlaceHasItsDaysAndLacksSessions() {
        ToursComputed computed = TourExamples.computed();
        EtapeDesservie hall = tour(computed).stop(TourExamples.HALL).etape();
        hall.setHeldInAll(7);
        hall.setAskedInAll(8);
        hall.setRythmes(List.of(new RythmeEtape(
                0, Rythme.HEBDOMADAIRE, JourOuvrable.MARDI, DemiJournee.MATIN, List.of(1, 2, 3, 4), "A-01")));
        computed.setRythmes(null);

        assertThat(new StopReasons(computed, hall).lines())
                .containsExactly(
                        "Mairie (commune:80613) : 7 séances tenues sur 8, en 4 semaines.",
                        "Ses horaires sont supposés : à confirmer auprès du lieu.",
                        "Rythme : mardi matin, toutes les semaines, par A-01.",
                        "Quatre semaines du 08/01/2018 : 1 séance que personne ne tient.",
                        "- Si le lieu était ouvert tous les jours travaillés, 1 séance de plus serait tenue"
                                + " (vérifié en recalculant).");
    }

    @Test
    void tellsNoCauseThatNobodySought() {
        ToursComputed computed = TourExamples.computed();
        computed.getNonTenues().forEach(row -> row.setSessions(2));

        assertThat(new StopReasons(
                                computed,
                                tour(computed).stop(TourExamples.LIBRARY).etape())
                        .lines())
                .contains(
                        "Quatre semaines du 05/02/2018 : 2 séances que personne ne tient ; les causes n'en ont pas été"
                                + " recherchées jusqu'au bout.",
                        "Quatre semaines du 08/01/2018 : 2 séances que personne ne tient ; aucune cause levée seule n'y"
                                + " suffit.");
    }
}
