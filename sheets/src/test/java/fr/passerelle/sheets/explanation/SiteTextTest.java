package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.explanation.RoomText.SiteText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the maire of a site reads. */
class SiteTextTest {

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
