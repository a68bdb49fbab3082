package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.explanation.RoomText.SiteText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the maire of a room reads. */
class RoomTextTest {

    @Test
    void tellsTheRoomThatIsProposed() {
        assertThat(RoomText.of(Fictitious.a(), "A-1"))
                .startsWith("Salle A-1, à Bourg-A, situation au 31 octobre 2017.")
                .contains("notée 68 sur 100", "La Région propose d’y étudier le tiers lieu numérique");
    }

    @Test
    void isWhereTheTiersLieuWouldOpenOnceTheStudyIsHandedIn() {
        assertThat(RoomText.of(Fictitious.studied(Fictitious.a()), "A-1"))
                .contains("L’étude est remise\u00a0: la Région propose d’y ouvrir le tiers lieu numérique")
                .doesNotContain("étudier");
    }

    @Test
    void tellsAnEtapeItsReasonItsSessionsAndWhoPays() {
        assertThat(RoomText.of(Fictitious.b(), "B-1"))
                .contains("Même au plus haut, sa note reste sous le seuil")
                .contains("à titre provisoire", "deux séances de deux heures par mois à C")
                .contains("Qui paiera l’animation reste à trouver.");
    }

    @Test
    void namesWhoWasDesignatedToPay() {
        Dossier b = Fictitious.b();
        b.conversions().getFirst().setPayeur(Payeur.NOMME);
        b.conversions().getFirst().setPayeurSiren("246000582");

        assertThat(RoomText.of(b, "B-1"))
                .contains("a désigné (numéro Siren 246\u202f000\u202f582) paierait l’animation.");

        b.conversions().getFirst().setPayeurSiren(Fictitious.SIREN);

        assertThat(RoomText.of(b, "B-1"))
                .contains("L’intercommunalité paierait l’animation.")
                .doesNotContain("désigné");
    }

    @Test
    void concludesNothingWithoutAScore() {
        assertThat(RoomText.of(Fictitious.b(), "B-2"))
                .contains("9 mois sur 24 sont renseignés\u00a0: nous ne concluons pas.");
    }

    @Test
    void leavesAnAutonomousRoomToItsCommune() {
        Dossier dossier = Fictitious.a();
        dossier.plan().getRooms().get(1).setGestion(Gestion.COMMUNALE_AUTONOME);

        assertThat(RoomText.of(dossier, "A-2"))
                .contains("elle reste à sa commune, et aucune conversion n’est proposée");
    }

    @Test
    void saysThatARoomIsClosed() {
        Dossier dossier = Fictitious.a();
        dossier.scores().get(1).setState(FrequentationState.FERMEE);

        assertThat(RoomText.of(dossier, "A-2")).contains("Cette salle n’est pas ouverte à cette date");
    }

    @Test
    void proposesNothingToARoomWithoutEpci() {
        Frequentation score = Fictitious.score("X", 24, 100, 40, 30, 50);

        assertThat(RoomText.withoutEpci("Salle du pont", score))
                .contains("notée 40 sur 100", "Nous ne connaissons pas son intercommunalité")
                .doesNotContain("seuil");
        Reading.isFit(RoomText.withoutEpci("Salle du pont", score), List.of("Salle du pont"));
    }

    private static final Siege GARE = new Siege(SiegeKind.SITE, "P-1", "Ancienne gare", "02001", "Bourg-A");

    @Test
    void standsOnItsFunctionsAndHasNoScore() {
        assertThat(SiteText.of(with(Candidature.CANDIDATE), "P-1"))
                .startsWith(
                        "Ancienne gare, à Bourg-A, situation au 31 octobre 2017. Ce lieu n’est pas une salle du réseau")
                .contains("Il peut accueillir le fablab.", "Reste à vérifier\u00a0: le coworking.")
                .contains("Il pouvait être le tiers lieu\u00a0; un autre lieu passe avant lui.")
                .doesNotContain("notée", "sur 100")
                .endsWith("avant toute décision.");
    }

    @Test
    void saysWhatBecomesOfIt() {
        assertThat(SiteText.of(with(Candidature.RETENUE), "P-1")).contains("La Région propose d’y étudier");
        assertThat(SiteText.of(Fictitious.studied(with(Candidature.RETENUE)), "P-1"))
                .contains("la Région propose d’y ouvrir");
        assertThat(SiteText.of(with(Candidature.EX_AEQUO), "P-1")).contains("Rien ne le départage d’un autre lieu");
        assertThat(SiteText.of(with(Candidature.FONCTIONS_INSUFFISANTES), "P-1"))
                .contains("Trop peu de fonctions y sont confirmées");
    }

    @Test
    void isNeverTheTextOfARoomThatHasItsIdentifier() {
        assertThatIllegalArgumentException().isThrownBy(() -> SiteText.of(with(Candidature.CANDIDATE), "A-1"));
    }

    private static Dossier with(Candidature candidature) {
        Dossier dossier = Fictitious.a();
        Concurrent site = Concurrent.newBuilder()
                .setSiege(GARE)
                .setCandidature(candidature)
                .setFunctionsWanted(0)
                .setFunctionsConfirmed(1)
                .setPopulation(0)
                .setPopulationSteps(0)
                .setFonctions(List.of(
                        judged(Fonction.FABLAB, Disponibilite.POSSIBLE),
                        judged(Fonction.COWORKING, Disponibilite.A_VERIFIER)))
                .setReasons(List.of())
                .build();
        Concurrent room = Concurrent.newBuilder(site)
                .setSiege(new Siege(SiegeKind.SALLE, "A-1", "Salle du bourg", "02001", "Bourg-A"))
                .build();
        dossier.plan().setCandidates(List.of(room, site));
        return dossier;
    }

    private static FonctionJugee judged(Fonction fonction, Disponibilite disponibilite) {
        return new FonctionJugee(fonction, disponibilite, List.of(), List.of());
    }
}
