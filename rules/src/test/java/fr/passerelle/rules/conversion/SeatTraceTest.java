package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.conversion.Places.AS_OF;
import static fr.passerelle.rules.conversion.Places.bare;
import static fr.passerelle.rules.conversion.Places.conversions;
import static fr.passerelle.rules.conversion.Places.epci;
import static fr.passerelle.rules.conversion.Places.facts;
import static fr.passerelle.rules.conversion.Places.having;
import static fr.passerelle.rules.conversion.Places.ideal;
import static fr.passerelle.rules.conversion.Places.noted;
import static fr.passerelle.rules.conversion.Places.room;
import static fr.passerelle.rules.conversion.Places.scored;
import static fr.passerelle.rules.conversion.Places.site;
import static fr.passerelle.rules.conversion.Places.unknown;
import static fr.passerelle.rules.conversion.Places.unscored;
import static fr.passerelle.rules.conversion.Places.wanting;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the rules write as they decide: a line a step, with a star where it decided. */
class SeatTraceTest {

    private static final EpciDescribed EPCI = epci().build();

    @Test
    void tellsEveryRuleTriedOnTheRoomThatIsProposed() {
        Conversions conversions = conversions(facts(EPCI), scored(room("S1"), noted("S1", 50, 60, 70)));

        assertThat(conversions.seating().seat()).map(Siege::getName).contains("Salle S1");
        assertThat(told(steps(conversions, "S1").subList(0, 8)))
                .containsExactly(
                        "FONCTIONS_DU_LIEU room:S1 5: fablab POSSIBLE, coworking POSSIBLE, "
                                + "mediation_numerique OFFERTE, teletravail POSSIBLE, accompagnement_projets POSSIBLE",
                        "NOTE_EXISTANTE room:S1 NOTEE: etat NOTEE",
                        "SEUIL room:S1 SEUIL_ATTEINT: borne_basse 50, borne_haute 70, seuil 50",
                        "FONCTIONS_SUFFISANTES room:S1 FONCTIONS_SUFFISANTES: "
                                + "fonctions_confirmees 5, fonctions_minimum 2",
                        "ACCORD_ET_ACCES room:S1 RIEN_A_LEVER: accord_proprietaire OUI, acces_plain_pied OUI",
                        "DONNEES_RECENTES room:S1 DONNEES_SUFFISANTES: "
                                + "mois_observes_recents 12, mois_ouverts_recents 0, mois_recents_minimum 6",
                        "PETITS_NOMBRES room:S1 DONNEES_SUFFISANTES: "
                                + "presences_douze_mois 0, mois_observes_recents 12, presences_minimum 100",
                        "*ORDRE_DES_CANDIDATES room:S1 PREMIERE_CANDIDATE: rang 1, candidates 1, lieu_1 room:S1, "
                                + "fonctions_voulues_1 0, fonctions_confirmees_1 5, population_1 3000, "
                                + "rayon_population 10000, pas_population 2000");
    }

    @Test
    void tellsEveryObjectionToARoomAndStarsTheFirst() {
        Conversions conversions = conversions(facts(EPCI), scored(bare("S1"), noted("S1", 10, 20, 49)));

        assertThat(told(steps(conversions, "S1").subList(1, 6)))
                .containsExactly(
                        "NOTE_EXISTANTE room:S1 NOTEE: etat NOTEE",
                        "*SEUIL room:S1 SOUS_LE_SEUIL: borne_basse 10, borne_haute 49, seuil 50",
                        "FONCTIONS_SUFFISANTES room:S1 FONCTIONS_INSUFFISANTES: "
                                + "fonctions_confirmees 1, fonctions_minimum 2",
                        "ACCORD_ET_ACCES room:S1 A_LEVER: accord_proprietaire INCONNU, acces_plain_pied INCONNU",
                        "BESOIN room:S1 MOYEN: besoin MOYEN");
    }

    @Test
    void starsACertainNoAfterADoubt() {
        Conversions conversions = conversions(facts(EPCI), scored(bare("S1"), noted("S1", 49, 60, 70)));

        assertThat(told(steps(conversions, "S1").subList(2, 4)))
                .containsExactly(
                        "SEUIL room:S1 SEUIL_DANS_LA_FOURCHETTE: borne_basse 49, borne_haute 70, seuil 50",
                        "*FONCTIONS_SUFFISANTES room:S1 FONCTIONS_INSUFFISANTES: "
                                + "fonctions_confirmees 1, fonctions_minimum 2");
    }

    @Test
    void triesNoThresholdOnARoomWithoutAScore() {
        Conversions conversions =
                conversions(facts(EPCI), scored(room("S1"), unscored("S1", FrequentationState.DONNEES_INSUFFISANTES)));

        assertThat(told(steps(conversions, "S1").subList(1, 3)))
                .containsExactly(
                        "*NOTE_EXISTANTE room:S1 DONNEES_INSUFFISANTES: etat DONNEES_INSUFFISANTES",
                        "FONCTIONS_SUFFISANTES room:S1 FONCTIONS_SUFFISANTES: "
                                + "fonctions_confirmees 5, fonctions_minimum 2");
    }

    @Test
    void tellsTheNeedTheSitesTheRoomsListedAndTheSearch() {
        Conversions conversions = conversions(
                facts(EPCI, site("T1", unknown())),
                scored(room("S2").setGestion(Gestion.COMMUNALE_AUTONOME), 60),
                scored(room("S1"), 60));

        assertThat(told(conversions.trace()))
                .containsExactly(
                        "*BESOIN epci:200000001 MOYEN: taux_illectronisme 18, moyen_a_partir_de 17.1, "
                                + "eleve_a_partir_de 19.8",
                        "*SALLES_DE_LA_REGION room:S2 LISTEE: gestion COMMUNALE_AUTONOME, etat NOTEE",
                        "FONCTIONS_DU_LIEU site:T1 1: fablab A_VERIFIER, coworking A_VERIFIER, "
                                + "mediation_numerique POSSIBLE, teletravail A_VERIFIER, "
                                + "accompagnement_projets A_VERIFIER",
                        "*FONCTIONS_SUFFISANTES site:T1 FONCTIONS_INSUFFISANTES: "
                                + "fonctions_confirmees 1, fonctions_minimum 2",
                        "ACCORD_ET_ACCES site:T1 A_LEVER: accord_proprietaire INCONNU, acces_plain_pied INCONNU",
                        "TIERS_LIEU_EXISTANT epci:200000001 AUCUN_TIERS_LIEU_EXISTANT: tiers_lieu_existant null",
                        "TIERS_LIEUX_MAXIMUM epci:200000001 TIERS_LIEU_PREVU: tiers_lieux_maximum 1",
                        "SALLES_DE_LA_REGION epci:200000001 LIEUX_A_COMPARER: salles 1, sites 1",
                        "PREMIERE_A_INSTRUIRE epci:200000001 AUCUNE_A_INSTRUIRE_EN_TETE: "
                                + "a_instruire 0, rayon_population 10000, pas_population 2000",
                        "*ORDRE_DES_CANDIDATES epci:200000001 SEULE_CANDIDATE: candidates 1, lieu_1 room:S1, "
                                + "fonctions_voulues_1 0, fonctions_confirmees_1 5, population_1 3000, "
                                + "rayon_population 10000, pas_population 2000");
    }

    @Test
    void tellsWhatSeparatesTheFirstTwo() {
        assertThat(search(conversions(facts(EPCI, site("T1").setInsee("02002")), scored(room("S1"), 60))))
                .containsExactly("*ORDRE_DES_CANDIDATES epci:200000001 POPULATION: candidates 2, "
                        + "lieu_1 site:T1, fonctions_voulues_1 0, fonctions_confirmees_1 5, population_1 6000, "
                        + "lieu_2 room:S1, fonctions_voulues_2 0, fonctions_confirmees_2 5, population_2 3000, "
                        + "rayon_population 10000, pas_population 2000");
    }

    @Test
    void tellsThatAFunctionTheEpciWantsSeparatesTheFirstTwo() {
        EpciFacts lab = facts(
                wanting(Fonction.FABLAB),
                site("T1", ideal().setVentilatedSpace(false)),
                site("T2", ideal().setClosedSpace(false)));

        Conversions conversions = conversions(lab);

        assertThat(search(conversions).getFirst())
                .startsWith("*ORDRE_DES_CANDIDATES epci:200000001 FONCTIONS_VOULUES: candidates 2, "
                        + "lieu_1 site:T2, fonctions_voulues_1 1, fonctions_confirmees_1 4, ")
                .contains("lieu_2 site:T1, fonctions_voulues_2 0, fonctions_confirmees_2 4, ");
        assertThat(conversions.seating().seat().orElseThrow().getName()).isEqualTo("Site T2");
    }

    @Test
    void tellsTheBoundsOfAllThatTie() {
        List<String> search = search(conversions(
                facts(EPCI, site("T1")),
                scored(room("S1"), noted("S1", 50, 60, 70)),
                scored(room("S2"), noted("S2", 55, 58, 60))));

        assertThat(search.getFirst()).startsWith("ORDRE_DES_CANDIDATES epci:200000001 NOTE: candidates 3, ");
        assertThat(search.getLast())
                .isEqualTo("*EX_AEQUO epci:200000001 EX_AEQUO: "
                        + "lieu_1 room:S1, note_1 60, borne_basse_1 50, borne_haute_1 70, "
                        + "lieu_2 room:S2, note_2 58, borne_basse_2 55, borne_haute_2 60, "
                        + "lieu_3 site:T1, note_3 null, borne_basse_3 null, borne_haute_3 null");
    }

    /** In an EPCI of hundreds of rooms that tie each tells of all of them: they are listed once, or the results do not fit in memory. */
    @Test
    void listsThoseThatTieOnceForAllWhoTellThem() {
        Conversions conversions = conversions(
                facts(EPCI), scored(room("S1"), noted("S1", 50, 60, 70)), scored(room("S2"), noted("S2", 55, 58, 60)));

        Operande one = lastOf(steps(conversions, "S1"));
        Operande other = lastOf(steps(conversions, "S2"));

        assertThat(one.getName()).isEqualTo("borne_haute_2");
        assertThat(one).isSameAs(other).isSameAs(lastOf(conversions.trace()));
    }

    /** The last that the rule of the tie looked at. */
    private static Operande lastOf(List<RegleEssayee> trace) {
        return trace.stream()
                .filter(step -> step.getRule().equals("EX_AEQUO"))
                .map(step -> step.getOperands().getLast())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsThoseThatTieAndNotTheWeakerOneBetweenThem() {
        Conversions conversions = conversions(
                facts(EPCI),
                scored(room("S1"), noted("S1", 70, 75, 80)),
                scored(room("S2"), noted("S2", 55, 60, 65)),
                scored(room("S3"), noted("S3", 50, 58, 70)));

        assertThat(search(conversions).getFirst()).contains("lieu_1 room:S1, ", "lieu_2 room:S3, ");
        assertThat(search(conversions).getLast())
                .isEqualTo("*EX_AEQUO epci:200000001 EX_AEQUO: "
                        + "lieu_1 room:S1, note_1 75, borne_basse_1 70, borne_haute_1 80, "
                        + "lieu_2 room:S3, note_2 58, borne_basse_2 50, borne_haute_2 70");
        assertThat(told(steps(conversions, "S2")))
                .anyMatch(step -> step.startsWith("*EX_AEQUO room:S2 AUTRES_EX_AEQUO: rang 3, lieu_1 room:S1, "));
    }

    @Test
    void tellsTheBoundsThatTheScoreSeparates() {
        Conversions conversions = conversions(
                facts(EPCI), scored(room("S1"), noted("S1", 50, 55, 59)), scored(room("S2"), noted("S2", 60, 65, 70)));

        assertThat(search(conversions).getLast())
                .isEqualTo("*EX_AEQUO epci:200000001 FOURCHETTES_DISJOINTES: "
                        + "lieu_1 room:S2, note_1 65, borne_basse_1 60, borne_haute_1 70, "
                        + "lieu_2 room:S1, note_2 55, borne_basse_2 50, borne_haute_2 59");
        assertThat(told(steps(conversions, "S1")))
                .anyMatch(step -> step.startsWith("*EX_AEQUO room:S1 AUTRE_SALLE_RETENUE: rang 2, lieu_1 room:S2, "));
    }

    @Test
    void tellsThatThereIsNoCandidateNoPlaceOrNoneThatTheBaremeAllows() {
        assertThat(search(conversions(facts(EPCI), scored(room("S1"), 10))))
                .containsExactly("*ORDRE_DES_CANDIDATES epci:200000001 AUCUNE_CANDIDATE: candidates 0, "
                        + "rayon_population 10000, pas_population 2000");
        assertThat(told(Conversions.of(facts(EPCI), List.of(), AS_OF, Places.allowingNone())
                                .trace())
                        .getLast())
                .isEqualTo("*TIERS_LIEUX_MAXIMUM epci:200000001 AUCUN_TIERS_LIEU_PREVU: tiers_lieux_maximum 0");
        assertThat(told(conversions(facts(EPCI)).trace()).getLast())
                .isEqualTo("*SALLES_DE_LA_REGION epci:200000001 AUCUNE_SALLE_DE_LA_REGION: salles 0, sites 0");
    }

    @Test
    void stopsAtTheTiersLieuThatThereIsAndTellsItsCandidates() {
        Conversions conversions = conversions(facts(having()), scored(room("S1"), 60));

        assertThat(told(conversions.trace()).getLast())
                .isEqualTo("*TIERS_LIEU_EXISTANT epci:200000001 TIERS_LIEU_EXISTANT: tiers_lieu_existant La Fabrique");
        assertThat(told(steps(conversions, "S1")))
                .contains("*TIERS_LIEU_EXISTANT room:S1 TIERS_LIEU_EXISTANT: rang 1, tiers_lieu_existant La Fabrique");
    }

    @Test
    void tellsOnTheRoomThatItsLowUseMeetsAHighNeed() {
        EpciDescribed needy =
                epci().setIllectronismeRate(new BigDecimal("19.8")).build();

        assertThat(told(steps(conversions(facts(needy), scored(room("S1"), 10)), "S1")))
                .contains("BESOIN room:S1 BESOIN_ELEVE_USAGE_FAIBLE: besoin ELEVE");
    }

    /** Steps of the order and of the tie. */
    private static List<String> search(Conversions conversions) {
        return told(conversions.trace()).stream()
                .filter(step -> step.contains("ORDRE_DES_CANDIDATES epci") || step.contains("EX_AEQUO epci"))
                .toList();
    }

    private static List<RegleEssayee> steps(Conversions conversions, String room) {
        return conversions.of(room).orElseThrow().getTrace();
    }

    private static List<String> told(List<RegleEssayee> trace) {
        return trace.stream().map(SeatTraceTest::told).toList();
    }

    private static String told(RegleEssayee step) {
        return (step.getDecides() ? "*" : "") + step.getRule() + " " + step.getOn() + " " + step.getOutcome() + ": "
                + step.getOperands().stream().map(SeatTraceTest::told).collect(Collectors.joining(", "));
    }

    private static String told(Operande operand) {
        return operand.getName() + " " + Steps.plain(operand);
    }
}
