package fr.passerelle.calendar.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.Methode;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.NiveauTournee;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TourWordsTest {

    @Test
    void saysWhenAVisitComesBack() {
        assertThat(rhythm(Rythme.HEBDOMADAIRE, List.of(1, 2, 3, 4))).isEqualTo("mardi matin, toutes les semaines");
        assertThat(rhythm(Rythme.UNE_SEMAINE_SUR_DEUX, List.of(1, 3)))
                .isEqualTo("mardi matin, une semaine sur deux (semaines 1 et 3)");
        assertThat(rhythm(Rythme.UNE_SEMAINE_SUR_QUATRE, List.of(2)))
                .isEqualTo("mardi matin, une semaine sur quatre (semaine 2)");
    }

    @Test
    void saysWhatWouldServeMore() {
        assertThat(TourWords.cause(new CauseVerifiee(MotifSeance.LIEU_FERME, 2, Preuve.OPTIMAL)))
                .isEqualTo("Si le lieu était ouvert tous les jours travaillés, 2 séances de plus seraient tenues"
                        + " (vérifié en recalculant).");
    }

    @Test
    void addsTheCommuneToANameThatDoesNotHoldIt() {
        assertThat(TourWords.place("Salle communale", "Ham")).isEqualTo("Salle communale, Ham");
        assertThat(TourWords.place("Salle du hameau", "Ham")).isEqualTo("Salle du hameau, Ham");
        assertThat(TourWords.place("Bibliothèque d'Éppeville", "éppeville")).isEqualTo("Bibliothèque d'Éppeville");
    }

    @Test
    void saysHowFarAnAnswerIsProven() {
        assertThat(TourWords.proof(resolution(Preuve.OPTIMAL, 300, 300L))).isEqualTo("prouvé");
        assertThat(TourWords.proof(resolution(Preuve.INTERROMPU, 310, 302L)))
                .isEqualTo("à 3\u00a0% de la borne sur les minutes de route (310, au moins 302)");
        assertThat(TourWords.proof(resolution(Preuve.INTERROMPU, 310, null))).isEqualTo("non prouvé");
        assertThat(TourWords.proof(resolution(Preuve.INTERROMPU, 3, 0L)))
                .isEqualTo("non prouvé sur les minutes de route (3, peut-être moins)");
    }

    @Test
    void saysWhichDaysWereLeftOut() {
        ResolutionTournee limited = resolution(Preuve.INTERROMPU, 310, null);
        limited.setVoisines(4);

        assertThat(TourWords.proof(limited))
                .isEqualTo(
                        "journées limitées\u00a0: en une journée, une étape n’est jointe qu’à ses 4 plus proches\u00a0;"
                                + " non prouvé");
    }

    @Test
    void saysHowMuchASectorAsks() {
        assertThat(TourWords.size(12, 1, 33_120, null))
                .isEqualTo("12 étapes, 1 animateur\u00a0: 33\u202f120 journées à comparer en quatre semaines, toutes.");
        assertThat(TourWords.size(48, 1, 33_140, 1))
                .startsWith("48 étapes, 1 animateur\u00a0: trop de journées pour les comparer toutes")
                .contains("qu’à sa plus proche (33\u202f140 journées en quatre semaines), et rien n’y sera prouvé.");
    }

    @Test
    void hasWordsForEachCode() {
        assertThat(Stream.of(MotifSeance.values()).allMatch(it -> Textes.knows("tournee.si", it.name())))
                .isTrue();
        assertThat(Stream.of(NiveauTournee.values()).allMatch(it -> Textes.knows("tournee.niveau", it.name())))
                .isTrue();
        assertThat(Stream.of(JourOuvrable.values()).allMatch(it -> Textes.knows("tournee.jour", it.name())))
                .isTrue();
    }

    private static String rhythm(Rythme rythme, List<Integer> weeks) {
        return TourWords.rhythm(new RythmeEtape(0, rythme, JourOuvrable.MARDI, DemiJournee.MATIN, weeks, "A-01"));
    }

    private static ResolutionTournee resolution(Preuve proof, long road, @Nullable Long bound) {
        return new ResolutionTournee(
                Methode.EXACTE,
                proof,
                List.of(
                        new NiveauAtteint(NiveauTournee.SEANCES_NON_TENUES, 0L, 0L),
                        new NiveauAtteint(NiveauTournee.MINUTES_DE_ROUTE, road, bound)),
                null);
    }
}
