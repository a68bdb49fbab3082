package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.NeedComparison.NeedAnswer;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedComparisonTest {

    private static final String EPCI = Facts.SIREN;
    private static final Siege SEAT = new Siege(SiegeKind.SITE, "S-1", "Gare", "02001", null);

    private final Plan plan = BarePlan.of(EPCI).build();
    private final Conversion etape = BarePlan.etape("A", EPCI).build();

    @ParameterizedTest
    @CsvSource({"OFFERTE, OFFERTE", "POSSIBLE, POSSIBLE", "A_VERIFIER, A_VERIFIER", "NON, SANS_REPONSE"})
    void answersAFunctionAsTheSeatDoes(Disponibilite seat, NeedAnswer answer) {
        seated(new FonctionJugee(Fonction.FABLAB, seat, List.of(), List.of()));

        assertThat(answer(ObjetKind.FONCTION, "FABLAB")).isEqualTo(answer);
    }

    @Test
    void hasNoFunctionWhereNoSeatIsProposed() {
        assertThat(answer(ObjetKind.FONCTION, "COWORKING")).isEqualTo(NeedAnswer.SANS_SIEGE);
    }

    @Test
    void answersMediationByTheSessionsWhereTheSeatDoesNot() {
        NeedComparison mediation = only(demande(ObjetKind.FONCTION, "MEDIATION_NUMERIQUE", 3));

        assertThat(mediation.answer()).isEqualTo(NeedAnswer.ETAPES);
        assertThat(mediation.etapes()).containsExactly("A");
    }

    @Test
    void countsThePlacesOfSessionsThatRoomsShare() {
        etape.setHost(Host.newBuilder()
                .setKind(HostKind.SALLE_COMMUNALE)
                .setInsee("02001")
                .setName("Salle communale")
                .build());
        Conversion other = Conversion.newBuilder(etape).setRoomId("B").build();

        NeedComparison mediation = NeedComparison.of(
                        List.of(demande(ObjetKind.FONCTION, "MEDIATION_NUMERIQUE", 3)), plan, List.of(etape, other))
                .getFirst();

        assertThat(mediation.etapes()).containsExactly("A", "B");
        assertThat(mediation.places()).isEqualTo(1);
    }

    @Test
    void namesTheSeatAndNotTheSessionsWhereItOffersMediation() {
        seated(new FonctionJugee(Fonction.MEDIATION_NUMERIQUE, Disponibilite.OFFERTE, List.of(), List.of()));

        NeedComparison mediation = only(demande(ObjetKind.FONCTION, "MEDIATION_NUMERIQUE", 3));

        assertThat(mediation.answer()).isEqualTo(NeedAnswer.OFFERTE);
        assertThat(mediation.etapes()).isEmpty();
    }

    @Test
    void answersAThemeByTheSessionsOfTheEpciThatAreAboutIt() {
        etape.setThemes(List.of("Démarches"));

        assertThat(answer(ObjetKind.THEME, "demarches")).isEqualTo(NeedAnswer.ETAPES);
        assertThat(answer(ObjetKind.THEME, "santé")).isEqualTo(NeedAnswer.SANS_REPONSE);

        etape.setThemes(List.of("santé"));
        etape.setEpci("200000002");

        assertThat(answer(ObjetKind.THEME, "santé")).isEqualTo(NeedAnswer.SANS_REPONSE);
    }

    @Test
    void showsAServiceAsItWasAskedFor() {
        NeedComparison service = only(demande(ObjetKind.SERVICE, "Borne d'impression", 2));

        assertThat(service.answer()).isEqualTo(NeedAnswer.MONTRE);
        assertThat(service.answer().isUnmet()).isFalse();
    }

    @Test
    void addsUpByPublicAndPutsWhatWasMostAskedForFirst() {
        Demande here = demande(ObjetKind.THEME, "santé", 4, Demandeur.HABITANTS, "02002");
        Demande there = demande(ObjetKind.THEME, "santé", 5, Demandeur.HABITANTS, "02001");
        Demande elus = demande(ObjetKind.THEME, "santé", 1, Demandeur.ELUS, null);
        Demande fablab = demande(ObjetKind.FONCTION, "FABLAB", 11);

        List<NeedComparison> needs = NeedComparison.of(List.of(here, there, elus, fablab), plan, List.of(etape));

        assertThat(needs).extracting(NeedComparison::object).containsExactly("FABLAB", "santé");
        assertThat(needs.get(1).requests()).isEqualTo(Map.of(Demandeur.HABITANTS, 9L, Demandeur.ELUS, 1L));
        assertThat(needs.get(1).communes()).containsExactly("02001", "02002");
        assertThat(needs.get(1).total()).isEqualTo(10);
    }

    @Test
    void takesAServiceForTheSameHoweverItIsSpelt() {
        List<NeedComparison> needs = NeedComparison.of(
                List.of(
                        demande(ObjetKind.SERVICE, "Borne d'accès", 2),
                        demande(ObjetKind.SERVICE, "borne d\u2019ACCES", 3)),
                plan,
                List.of(etape));

        assertThat(needs).extracting(one -> one.object() + " " + one.total()).containsExactly("Borne d'accès 5");
    }

    private NeedAnswer answer(ObjetKind kind, String object) {
        return only(demande(kind, object, 1)).answer();
    }

    private NeedComparison only(Demande demande) {
        return NeedComparison.of(List.of(demande), plan, List.of(etape)).getFirst();
    }

    private void seated(FonctionJugee function) {
        plan.setTiersLieu(SEAT.getId());
        plan.setSiege(SEAT);
        plan.setCandidates(List.of(BarePlan.candidate(SEAT, Candidature.RETENUE)
                .setFonctions(List.of(function))
                .build()));
    }

    private static Demande demande(ObjetKind kind, String object, int requests) {
        return demande(kind, object, requests, Demandeur.HABITANTS, null);
    }

    private static Demande demande(
            ObjetKind kind, String object, int requests, Demandeur group, @Nullable String insee) {
        return new Demande(LocalDate.of(2016, 11, 5), group, kind, object, insee, requests, "Enquête");
    }
}
