package fr.passerelle.rules.financing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.frequentation.WorkedCases;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The three plans that {@code docs/worked-cases.md} computes by hand, from the same rows. */
class WorkedPlansTest {

    private static final String NOTHING = "0.5000 30000.00 - 0.00 - SANS_TIERS_LIEU";

    @Test
    void proposesTheTiersLieuOfOulchy() throws IOException {
        Plan plan = proposal("240200519").plan().orElseThrow();

        assertThat(plan.getName()).isEqualTo("CC du Canton d'Oulchy-le-Château");
        assertThat(plan.getBesoin()).isEqualTo(Besoin.MOYEN);
        assertThat(plan.getTiersLieu()).isEqualTo("CAS-1");
        assertThat(plan.getFunctions())
                .containsExactly(
                        Fonction.COWORKING, Fonction.MEDIATION_NUMERIQUE,
                        Fonction.TELETRAVAIL, Fonction.ACCOMPAGNEMENT_PROJETS);
        assertThat(plan.getReasons()).containsExactly("TIERS_LIEU_PROPOSE");
        assertThat(counts(plan)).containsExactly(1, 1, 0, 2);
        assertThat(rooms(plan))
                .containsExactly(
                        "CAS-1 TIERS_LIEU RETENUE NOTEE 73 73 73 REGION",
                        "CAS-2 - - NOTEE 76 57 82 COMMUNALE_AUTONOME",
                        "CAS-3 ETAPE_NOMADE A_INSTRUIRE NOTEE 52 39 64 REGION");
    }

    @Test
    void aidsOulchyToTheCent() throws IOException {
        Plan plan = proposal("240200519").plan().orElseThrow();

        assertThat(lines(plan))
                .containsExactly(
                        "0.8000 10000.00 12345.67 9876.54 2469.13 TAUX",
                        "0.5000 30000.00 18437.55 9218.78 8218.77 TAUX",
                        "0.7500 45000.00 41333.33 31000.00 10333.33 TAUX",
                        "0.5000 30000.00 42160.00 21080.00 21080.00 TAUX",
                        "0.2500 15000.00 43003.22 10750.81 32252.41 TAUX");
        assertThat(totals(plan)).containsExactly("81926.13", "74353.64", "115000.00", "43900.00");
    }

    @Test
    void judgesTheRoomsOfOulchy() throws IOException {
        List<Conversion> conversions = proposal("240200519").conversions();

        assertThat(conversions).extracting(Conversion::getRoomId).containsExactly("CAS-1", "CAS-3");
        assertThat(fonctions(conversions.get(0)))
                .containsExactly("A_VERIFIER[ESPACE_VENTILE]", "POSSIBLE[]", "OFFERTE[]", "POSSIBLE[]", "POSSIBLE[]");
        assertThat(conversions.get(0).getReasons()).containsExactly("SEUIL_ATTEINT", "PREMIERE_CANDIDATE");
        assertThat(conversions.get(0).getProvisoire()).isFalse();
        assertThat(conversions.get(0).getHost()).isNull();
        assertThat(fonctions(conversions.get(1)))
                .containsExactly("NON[SURFACE]", "POSSIBLE[]", "OFFERTE[]", "NON[ESPACE_CLOS]", "NON[ANIMATEUR]");
        assertThat(conversions.get(1).getReasons()).containsExactly("SEUIL_DANS_LA_FOURCHETTE");
        assertThat(conversions.get(1).getProvisoire()).isTrue();
        assertThat(host(conversions.get(1))).isEqualTo("SALLE CAS-3 Cas calculé à la main 3 02799");
        assertThat(conversions.get(1).getSessionsAMonth()).isEqualTo(2);
    }

    @Test
    void proposesNoTiersLieuToTheCheminDesDames() throws IOException {
        EpciProposal proposal = proposal("240200592");
        Plan plan = proposal.plan().orElseThrow();
        Conversion room = proposal.conversions().getFirst();

        assertThat(rooms(plan)).containsExactly("CAS-4 ETAPE_NOMADE SOUS_LE_SEUIL NOTEE 30 22 47 REGION");
        assertThat(fonctions(room))
                .containsExactly(
                        "NON[SURFACE, ESPACE_VENTILE, ACCORD_PROPRIETAIRE]",
                        "NON[SURFACE, DEBIT, ACCORD_PROPRIETAIRE, ACCES_PLAIN_PIED]",
                        "OFFERTE[]",
                        "NON[SURFACE, DEBIT, ACCORD_PROPRIETAIRE, ACCES_PLAIN_PIED, ESPACE_CLOS]",
                        "NON[ANIMATEUR]");
        assertThat(room.getReasons())
                .containsExactly("SOUS_LE_SEUIL", "FONCTIONS_INSUFFISANTES", "REFUS_PROPRIETAIRE", "SANS_TIERS_LIEU");
        assertThat(room.getProvisoire()).isTrue();
        assertThat(host(room)).isEqualTo("LIEU_PUBLIC RFS-2328 France services de Beaurieux 02058");
        assertThat(plan.getTiersLieu()).isNull();
        assertThat(plan.getReasons()).containsExactly("AUCUNE_CANDIDATE");
        assertThat(counts(plan)).containsExactly(1, 0, 0, 1);
        assertThat(lines(plan))
                .startsWith("0.8000 10000.00 8333.33 6666.66 1666.67 TAUX", NOTHING)
                .hasSize(5);
        assertThat(totals(plan)).containsExactly("6666.66", "1666.67", "115000.00", "-");
    }

    @Test
    void proposesNoSecondTiersLieuToThePortesDeLaThierache() throws IOException {
        EpciProposal proposal = proposal("240200634");
        Plan plan = proposal.plan().orElseThrow();
        Conversion room = proposal.conversions().getFirst();

        assertThat(rooms(plan))
                .containsExactly("CAS-5 ETAPE_NOMADE DONNEES_INSUFFISANTES DONNEES_INSUFFISANTES - - - REGION");
        assertThat(fonctions(room)).containsExactly("OFFERTE[]", "POSSIBLE[]", "OFFERTE[]", "POSSIBLE[]", "POSSIBLE[]");
        assertThat(room.getReasons()).containsExactly("DONNEES_INSUFFISANTES", "SANS_TIERS_LIEU", "HEURES_SUPPOSEES");
        assertThat(room.getProvisoire()).isTrue();
        assertThat(host(room)).isEqualTo("SALLE CAS-5 Cas calculé à la main 5 02502");
        assertThat(room.getSessionsAMonth()).isEqualTo(2);
        assertThat(plan.getBesoin()).isEqualTo(Besoin.ELEVE);
        assertThat(plan.getReasons()).containsExactly("TIERS_LIEU_EXISTANT");
        assertThat(plan.getExistingTiersLieu()).isEqualTo("Tiers lieu de Rozoy-sur-Serre (cas inventé)");
        assertThat(counts(plan)).containsExactly(1, 0, 1, 2);
        assertThat(lines(plan))
                .startsWith("0.8000 10000.00 - - - COUT_INCONNU", NOTHING)
                .hasSize(5);
        assertThat(totals(plan)).containsExactly("-", "-", "115000.00", "-");
    }

    private static EpciProposal proposal(String siren) throws IOException {
        return EpciProposal.of(
                Places.facts(WorkedCases.epci(siren)), WorkedCases.scored(siren), Places.AS_OF, Reglements.BAREME);
    }

    private static List<Integer> counts(Plan plan) {
        return List.of(
                plan.getEtapes(), plan.getAInstruire(), plan.getDonneesInsuffisantes(), plan.getSessionsAMonth());
    }

    private static List<String> totals(Plan plan) {
        return Stream.<@Nullable BigDecimal>of(
                        plan.getAidTotal(), plan.getLeftTotal(), plan.getTheoreticalCeiling(), plan.getYear4Cost())
                .map(WorkedPlansTest::cell)
                .toList();
    }

    private static List<String> rooms(Plan plan) {
        return plan.getRooms().stream().map(WorkedPlansTest::row).toList();
    }

    private static String row(PlanRoom room) {
        return cells(
                room.getRoomId(),
                room.getKind(),
                room.getCandidature(),
                room.getState(),
                room.getScore(),
                room.getLow(),
                room.getHigh(),
                room.getGestion());
    }

    private static List<String> lines(Plan plan) {
        return plan.getAid().stream().map(WorkedPlansTest::row).toList();
    }

    private static String row(AidLine line) {
        return cells(
                line.getRate(), line.getCeiling(), line.getCost(), line.getAid(), line.getLeft(), line.getDecidedBy());
    }

    private static List<String> fonctions(Conversion conversion) {
        return conversion.getFonctions().stream()
                .map((FonctionJugee fonction) -> fonction.getDisponibilite() + "" + fonction.getConditions())
                .toList();
    }

    private static String host(Conversion conversion) {
        Host host = Objects.requireNonNull(conversion.getHost());
        return cells(host.getKind(), host.getId(), host.getName(), host.getInsee());
    }

    private static String cells(@Nullable Object... cells) {
        return Stream.<@Nullable Object>of(cells).map(WorkedPlansTest::cell).collect(Collectors.joining(" "));
    }

    private static String cell(@Nullable Object cell) {
        return Objects.toString(cell, "-");
    }
}
