package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.rules.economy.WorkedEconomy;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.FeuilleDeRoute;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.explanation.NeedTable.NeedLine;
import fr.passerelle.sheets.explanation.NeedTable.NeedsPart;
import fr.passerelle.sheets.form.Block;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the case of {@code docs/worked-cases.md} reads, and what its people said that they need. */
class ProjectDocumentTest {

    private static final List<Commune> COMMUNES = List.of(
            new Commune("02001", "Bourg-A", 4_000, 49.0, 3.0, null),
            new Commune("02002", "Bourg-B", 2_500, 49.0, 3.1, true),
            new Commune("02003", "Bourg-C", 1_501, 49.0, 3.2, false));

    private final ProjectDocument project = ProjectDocument.of(dossier(true), epci(told().build()));

    @Test
    void tellsWhereAnEpciStands() {
        assertThat(rows(project.standing()))
                .containsExactly(
                        "Feuille de route numérique | adoptée, le 1er juin 2017",
                        "Étude de faisabilité | rendue, 14 000 €",
                        "Fonctions souhaitées | le fablab et le coworking",
                        "Ouverture prévue | 15 septembre 2018",
                        "Recettes déclarées | 4 500 € par an",
                        "Maisons de services au public (France services) | MSAP du Bourg (Bourg-B)",
                        "Accès aux services (SDAASP) | une commune signalée en déficit : Bourg-B",
                        "Fiche action du SDAASP | Un accueil itinérant");
    }

    /** A page has no room for the names of twenty communes; the annex has. */
    @Test
    void countsWhatALineDoesNotName() {
        EpciDescribed lacking = epci(told().build());
        lacking.getCommunes().forEach(commune -> commune.setAccessDeficit(true));
        ProjectDocument many = ProjectDocument.of(dossier(true), lacking);

        assertThat(rows(many.standing()))
                .contains("Accès aux services (SDAASP) | 3 communes signalées en déficit : Bourg-A, Bourg-B et une"
                        + " autre");
        assertThat(Reading.plain(many.annex().asText())).contains("Bourg-A, Bourg-B et Bourg-C");
    }

    @Test
    void listsItsCommunesAsFrenchSortsThem() {
        EpciDescribed accented = epci(told().build());
        accented.getCommunes().getFirst().setName("Étaves-A");
        accented.getCommunes().getLast().setName("Fresnoy-C");

        assertThat(ProjectDocument.of(dossier(true), accented).communes())
                .extracting(Commune::getName)
                .containsExactly("Bourg-B", "Étaves-A", "Fresnoy-C");
    }

    @Test
    void saysWhatIsNotKnownOfOneThatToldNothing() {
        assertThat(rows(ProjectDocument.of(dossier(true), null).standing()))
                .containsExactly(
                        "Feuille de route numérique | non renseignée",
                        "Étude de faisabilité | non renseignée",
                        "Fonctions souhaitées | aucune exprimée",
                        "Ouverture prévue | non renseigné",
                        "Recettes déclarées | non renseigné",
                        "Maisons de services au public (France services) | aucune connue",
                        "Accès aux services (SDAASP) | aucune commune signalée en déficit",
                        "Fiche action du SDAASP | aucune connue");
    }

    @Test
    void tellsWhatRunningCostsByYear() {
        assertThat(text(project.economy()))
                .contains("Elle n’entre ni dans la note, ni dans l’aide")
                .doesNotContain("reconstitution", "Aucun tiers lieu", "Non compté")
                .contains("258 abonnements avec l’usage bas, 249 abonnements avec l’usage haut");
        assertThat(grid(project.economy()))
                .contains(
                        "Année 1 | 81 500 € | 45 000 € | 8 120 € à 18 450 € | 28 380 € | 18 050 €",
                        "Année 4 et suivantes | 79 500 € | 0 € | 8 120 € à 18 450 € | 71 380 € |" + " 61 050 €");
    }

    /** The same year has three remainders, in three tables. */
    @Test
    void leadsFromOneRemainderOfAYearToTheOther() {
        Dossier worked = new Dossier(WorkedEconomy.plan().build(), List.of(), List.of());

        assertThat(text(ProjectDocument.of(worked, epci(told().build())).economy()))
                .contains("Année 1, au plan de financement : 72 000 € de coût − 45 000 € d’aide = 27 000 € de reste à"
                        + " charge ; ce reste + 9 500 € d’autres charges − 8 120 € de recettes, à l’usage bas ="
                        + " 28 380 € dans ce modèle. Année 4, hors plan : 70 000 € de coût − 0 € d’aide = 70 000 € de"
                        + " reste à charge ; ce reste + 9 500 € d’autres charges − 8 120 € de recettes, à l’usage bas ="
                        + " 71 380 € dans ce modèle.");
        worked.plan().getAid().get(2).setLeft(new BigDecimal("22500.00"));
        assertThat(text(ProjectDocument.of(worked, epci(told().build())).economy()))
                .contains("− 4 500 € d’autres financements = 22 500 € de reste à charge ; ce reste + 4 500 € que ce"
                        + " modèle ne compte pas + 9 500 €");
    }

    @Test
    void saysWhatItDoesNotCountAndWhatIsAReconstruction() {
        Intercommunalite told = told().setModele(WorkedEconomy.model()
                        .setHourPrice(null)
                        .setOtherCharges(null)
                        .build())
                .setCostAnimation4(null)
                .build();

        assertThat(text(ProjectDocument.of(dossier(false), epci(told)).economy()))
                .contains("(reconstitution)", "Aucun tiers lieu n’est proposé", "Non compté")
                .contains("les heures.", "inconnu, faute de coût d’animation");
        assertThat(text(ProjectDocument.of(dossier(true), null).economy())).contains("aucune estimation");
    }

    @Test
    void dividesAmongCommunesToTheCent() {
        assertThat(grid(project.division(DivisionKey.HABITANTS, "")))
                .first()
                .isEqualTo("Bourg-A | 4 000 | 1 999,75 € | 34 995,62 € | 1 999,75 €");
        assertThat(grid(project.division(DivisionKey.HABITANTS, "")))
                .last()
                .isEqualTo("Ensemble | 8 001 | 4 000 € | 70 000 € | 4 000 €");
    }

    @Test
    void tellsWhatTheOthersPayWhenOneLeaves() {
        List<Block> left = project.division(DivisionKey.HABITANTS, "02003");

        assertThat(text(left)).contains("Si Bourg-C quittait l’intercommunalité", "750,41 €", "13 132,11 €");
        assertThat(grid(left))
                .containsExactly(
                        "Bourg-A | 1 999,75 € | 2 461,54 € | 461,79 € | 8 081,30 €",
                        "Bourg-B | 1 249,84 € | 1 538,46 € | 288,62 € | 5 050,81 €");
        assertThat(text(project.division(DivisionKey.SEANCES, "02001"))).contains("personne avec qui partager");
        assertThat(project.division(DivisionKey.HABITANTS, "99999"))
                .isEqualTo(project.division(DivisionKey.HABITANTS, ""));
    }

    @Test
    void isAnAnnexOfTheWholeExplanation() {
        assertThat(project.annex().asText())
                .contains("Où en est l’intercommunalité", "Modèle économique", "Partage entre communes")
                .contains("selon les habitants", "selon les séances");
        assertThat(ProjectDocument.of(Fictitious.b(), null).annex().asText()).contains("Rien à partager");
    }

    private static Dossier dossier(boolean seated) {
        Plan.Builder plan = Fictitious.plan("CC de l'essai")
                .setPopulation(8_001)
                .setDemonstration(!seated)
                .setYear4Cost(new BigDecimal("70000.00"))
                .setAid(List.of(
                        Fictitious.aid(AidLineName.ETUDE, "14000.00", null, "4000.00", "COUT_INCONNU"),
                        Fictitious.aid(AidLineName.FONCTIONNEMENT_1, null, "45000.00", null, "COUT_INCONNU")));
        if (seated) {
            plan.setTiersLieu("S-1").setSiege(new Siege(SiegeKind.SALLE, "S-1", "Salle", "02001", "Bourg-A"));
        }
        return new Dossier(plan.build(), List.of(), List.of());
    }

    private static EpciDescribed epci(Intercommunalite told) {
        return EpciDescribed.newBuilder()
                .setEpci("200000001")
                .setName("CC de l'essai")
                .setPopulation(8_001)
                .setCommunes(COMMUNES.stream()
                        .map(commune -> Commune.newBuilder(commune).build())
                        .toList())
                .setPublicPlaces(List.of(
                        new PublicPlace("BIB-1", "BIB", "Bibliothèque", "02001", 49.0, 3.0, null, false),
                        new PublicPlace("RFS-1", "RFS", "MSAP du Bourg", "02002", 49.0, 3.1, null, false)))
                .setIntercommunalite(told)
                .setFicheAction("Un accueil itinérant")
                .build();
    }

    private static Intercommunalite.Builder told() {
        return WorkedEconomy.told()
                .setFeuilleDeRoute(FeuilleDeRoute.ADOPTEE)
                .setFeuilleDeRouteDate(LocalDate.of(2017, 6, 1))
                .setEtude(EtudeState.RENDUE)
                .setCostEtude(new BigDecimal("14000.00"))
                .setFunctionsWanted(List.of(Fonction.FABLAB, Fonction.COWORKING))
                .setReceipts(new BigDecimal("4500.00"))
                .setOpening(LocalDate.of(2018, 9, 15));
    }

    /** Of the first table. */
    private static List<String> grid(List<Block> blocks) {
        return rows(Reading.grids(blocks.stream()).findFirst().orElseThrow().rows());
    }

    private static List<String> rows(List<List<String>> rows) {
        return rows.stream().map(Reading::row).toList();
    }

    private static String text(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(paragraph -> Reading.plain(((Block.Paragraph) paragraph).text()))
                .collect(Collectors.joining("\n"));
    }

    private static final Commune COMMUNE = new Commune("02001", "Bourg-A", 1_000, 49.0, 3.0, null);

    @Test
    void saysWhatIsAskedForWhatIsProposedAndWhatIsLeft() {
        NeedTable table = table(
                demande(Demandeur.HABITANTS, ObjetKind.FONCTION, "FABLAB", "02001", 1_200),
                demande(Demandeur.ELUS, ObjetKind.FONCTION, "TELETRAVAIL", null, 3),
                demande(Demandeur.ENTREPRISES, ObjetKind.SERVICE, "Borne d'impression", null, 2),
                demande(Demandeur.HABITANTS, ObjetKind.THEME, "santé", null, 1));

        assertThat(table.lines())
                .containsExactly(
                        new NeedLine(
                                "le fablab",
                                "fonction",
                                List.of("Bourg-A"),
                                List.of("1\u00a0200", "—", "—"),
                                "à vérifier au siège proposé",
                                "tant que cela reste à vérifier"),
                        new NeedLine(
                                "le télétravail", "fonction", List.of(), List.of("—", "3", "—"), "", "sans réponse"),
                        new NeedLine(
                                "Borne d’impression",
                                "service",
                                List.of(),
                                List.of("—", "—", "2"),
                                "montré tel que demandé, hors des règles",
                                ""),
                        new NeedLine(
                                "santé en ligne",
                                "thème de médiation",
                                List.of(),
                                List.of("1", "—", "—"),
                                "",
                                "sans réponse"));
        assertThat(table.unmet()).isEqualTo(2);
    }

    @Test
    void saysOnceWhereAndWhenItWasGatheredAndNothingWhereNobodySpoke() {
        NeedTable table = table(
                demande(Demandeur.HABITANTS, ObjetKind.FONCTION, "FABLAB", null, 12),
                demande(Demandeur.ELUS, ObjetKind.FONCTION, "FABLAB", null, 3));

        assertThat(table.sources()).containsExactly("Enquête, 5 novembre 2016");
        assertThat(table().lines()).isEmpty();
    }

    private static NeedTable table(Demande... demandes) {
        return NeedTable.of(List.of(demandes), Fictitious.a(), List.of(COMMUNE));
    }

    private static Demande demande(
            Demandeur group, ObjetKind kind, String object, @Nullable String insee, int requests) {
        return new Demande(LocalDate.of(2016, 11, 5), group, kind, object, insee, requests, "Enquête");
    }

    @Test
    void saysNothingWhereNobodyAsked() {
        assertThat(NeedsPart.of(Fictitious.a(), Fictitious.ORIGIN).blocks()).isEmpty();
    }

    @Test
    void saysWhatIsLeftWithoutAnAnswerAndNoCount() {
        Origin asked = Fictitious.ORIGIN.with(Map.of(
                Fictitious.SIREN,
                List.of(
                        demande(Demandeur.HABITANTS, "TELETRAVAIL", 17),
                        demande(Demandeur.ELUS, "TELETRAVAIL", 4),
                        demande(Demandeur.ENTREPRISES, "COWORKING", 0))));

        List<Block> blocks = NeedsPart.of(Fictitious.a(), asked).blocks();

        assertThat(((Block.Paragraph) blocks.getFirst()).text())
                .contains("5 novembre 2016", "sans effet", "Reste sans réponse\u00a0: le télétravail.");
        assertThat(((Block.Grid) blocks.get(1)).rows())
                .containsExactly(
                        List.of("le coworking", "—", "—", "—", "possible au siège proposé", ""),
                        List.of("le télétravail", "demandé", "demandé", "—", "", "sans réponse"));
        assertThat(blocks.toString()).doesNotContain("17", "21", "Enquête");
    }

    /** The rows of the open data are secret one by one: their order, or a side of their sum, would tell. */
    @Test
    void isInAnOrderThatTellsNoCount() {
        assertThat(order(4, 1)).isEqualTo(order(1, 4)).containsExactly("le coworking", "le télétravail");
    }

    /** What was asked of the whole EPCI is not left unanswered because one room does not answer it. */
    @Test
    void isNoAnnexOfARoom() {
        Origin asked = Fictitious.ORIGIN.with(
                Map.of(Fictitious.SIREN, List.of(demande(Demandeur.HABITANTS, "TELETRAVAIL", 17))));

        assertThat(LegalDocument.of(Fictitious.a(), asked).asText()).contains("a recueilli des demandes");
        assertThat(LegalDocument.ofRoom(Fictitious.a(), "A-2", asked).asText())
                .doesNotContain("a recueilli des demandes");
    }

    private static List<String> order(int coworking, int telework) {
        Origin asked = Fictitious.ORIGIN.with(Map.of(
                Fictitious.SIREN,
                List.of(
                        demande(Demandeur.ELUS, "COWORKING", coworking),
                        demande(Demandeur.ELUS, "TELETRAVAIL", telework))));
        Block.Grid grid =
                (Block.Grid) NeedsPart.of(Fictitious.a(), asked).blocks().get(1);
        return grid.rows().stream().map(List::getFirst).toList();
    }

    private static Demande demande(Demandeur group, String function, int requests) {
        return demande(group, ObjetKind.FONCTION, function, null, requests);
    }
}
