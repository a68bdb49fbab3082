package fr.passerelle.calendar.tour;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.calendar.tour.TourInputs.AnimateurRow;
import fr.passerelle.calendar.tour.TourInputs.KnownPlaces;
import fr.passerelle.calendar.tour.TourInputs.LieuRow;
import fr.passerelle.calendar.tour.TourInputs.TrajetRow;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.VacancesScolaires;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KnownPlacesTest {

    private static final String EPCI = "200000001";
    private static final KnownPlaces KNOWN = new KnownPlaces(new PublishedResults(
            new PublishedRun(
                    1, "N-000001", "2017-10", Baremes.load(Baremes.DEFAULT), true, "ab".repeat(32), Instant.EPOCH),
            Proposals.of(List.of(), List.of(), List.of()),
            new TreeMap<>(),
            new TreeMap<>(Map.of(
                    EPCI,
                    EpciDescribed.newBuilder()
                            .setEpci(EPCI)
                            .setName("CC de l'essai")
                            .setPopulation(1_000)
                            .setCommunes(List.of(
                                    new Commune("02001", "A", 1_000, 49.0, 3.0, null),
                                    new Commune("02002", "B", 1_000, 50.0, 3.0, null)))
                            .setPublicPlaces(List.of(
                                    new PublicPlace("BIB-1", "BIB", "Bibliothèque", "02001", 49.1, 3.1, null, false)))
                            .build())),
            new TreeMap<>()));

    @Test
    void takesWhatTheRunKnows() {
        assertThatCode(() -> KNOWN.require(new TourInputs(
                        List.of(animateur(EPCI)),
                        List.of(place("place:BIB-1"), place("commune:02001"), holidays(EPCI)),
                        List.of(new TrajetRow("02001", "place:BIB-1", 5, null)))))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheFirstThatItDoesNotKnow() {
        assertRefused(
                new TourInputs(List.of(animateur("200000009")), List.of(), List.of()),
                "L'animateur A-01 dessert l'intercommunalité 200000009, que l'exécution N-000001 ne connaît pas :"
                        + " vérifiez son SIREN.");
        assertRefused(
                new TourInputs(
                        List.of(), List.of(place("place:BIB-1"), place("place:BIB-2"), place("room:S")), List.of()),
                "Le fichier des lieux parle de « place:BIB-2 », que l'exécution N-000001 ne connaît pas : vérifiez son"
                        + " identifiant.");
        assertRefused(
                new TourInputs(List.of(), List.of(holidays("200000009")), List.of()),
                "Le fichier des lieux parle de l'intercommunalité 200000009, que l'exécution N-000001 ne connaît pas :"
                        + " vérifiez son SIREN.");
        assertRefused(
                new TourInputs(List.of(), List.of(), List.of(new TrajetRow("02001", "02009", 5, null))),
                "Le fichier des trajets parle de « 02009 », que l'exécution N-000001 ne connaît pas : vérifiez son"
                        + " code.");
    }

    @Test
    void refusesAnAnimateurOfAnEpciThatItDoesNotKnow() {
        AnimateurRow animateur = new AnimateurRow(
                "A-02", "200000009", "02001", new TreeSet<>(List.of(EPCI)), new TreeSet<>(), List.of(), null);

        assertRefused(
                new TourInputs(List.of(animateur), List.of(), List.of()),
                "L'animateur A-02 est de l'intercommunalité 200000009, que l'exécution N-000001 ne connaît pas :"
                        + " vérifiez son SIREN.");
    }

    @Test
    void refusesMinutesThatDoNotSufficeAsTheCrowFlies() {
        assertRefused(
                new TourInputs(List.of(), List.of(), List.of(new TrajetRow("02001", "02002", 1, null))),
                "Le fichier des trajets, de « 02001 » à « 02002 » : 1 minute(s) ne suffisent pas pour 111 km :"
                        + " corrigez les minutes ou les kilomètres.");
    }

    private static void assertRefused(TourInputs inputs, String why) {
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> KNOWN.require(inputs))
                .withMessage(why);
    }

    private static AnimateurRow animateur(String siren) {
        return new AnimateurRow("A-01", EPCI, "02001", new TreeSet<>(List.of(siren)), new TreeSet<>(), List.of(), null);
    }

    private static LieuRow place(String lieu) {
        return new LieuRow(lieu, null, null, List.of(), null, null);
    }

    private static LieuRow holidays(String siren) {
        return new LieuRow(null, siren, null, List.of(), null, VacancesScolaires.MAINTENUES);
    }
}
