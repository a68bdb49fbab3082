package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.rules.financing.Projects;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.form.Document.WordCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * From facts to the whole explanation: every table tells its numbers, its places by name and its months. Spaces are plain here, whatever
 * their width.
 */
public class WholeExplanationTest {

    private static final String FILE = "cd".repeat(32);

    private final Dossier dossier = dossier();
    private final Document legal = LegalDocument.of(dossier, origin());

    @Test
    void tellsTheDataOfEachRoomAndTheFilesUnderIt() {
        assertThat(rows("Salles de l’intercommunalité"))
                .containsExactly(
                        "Salle S-1 (S-1) | A | Région | 24 mois sur 24 |  | 600 présences sur 12 mois renseignés",
                        "Salle S-2 (S-2) | A | Région | 23 mois sur 24 | octobre 2017 | 33 présences sur 11 mois"
                                + " renseignés");
        assertThat(rows("Fichiers sur lesquels"))
                .containsExactly("Salle S-1 (S-1) | frequentation.csv | de septembre à octobre 2017 | 12");
    }

    @Test
    void tellsWhatEachIndicatorIsMadeOfAndHowFarEachNumberOfTheBaremeMayGo() {
        assertThat(rows("Salle S-1 (S-1) : note 92 sur 100, fourchette de 60 à 95"))
                .hasSameSizeAs(Facts.BAREME.jeuDeRegles().indicateurs())
                .contains(
                        "tendance | 0 % | 600 présences ÷ 600 présences − 1 | présences de la dernière année : 600"
                            + " présences ; présences de l’année précédente : 600 présences ; mois renseignés les deux"
                            + " années : 12 mois ; mois exigés : 6 mois ; présences exigées : 100 présences | de"
                            + " novembre 2015 à octobre 2017 | −38 % → 0 point ; −17 % → 30 points ; −7 % → 50 points"
                            + " ; +8 % → 80 points ; +21 % → 100 points | 15 | 64 points",
                        "occupation des postes | indisponible : nombre de postes inconnu |  | postes : inconnu |  | 0"
                            + " % → 0 point ; 20 % → 50 points ; 36,5 % → 75 points ; 58 % → 100 points | 25 | aucun");
        assertThat(rows("Jusqu’où chaque nombre"))
                .hasSize(1 + Facts.BAREME.jeuDeRegles().indicateurs().size())
                .startsWith("Seuil | 50 points | de 40 points à 60 points | de 40 points à 60 points");
    }

    @Test
    void tellsEachRuleByItsTitleOnWhatAndWhetherItDecided() {
        assertThat(rows("Règles de la note : Salle S-1 (S-1)"))
                .hasSize(5)
                .startsWith(
                        "Habitants que la salle dessert | A (02001) | habitants : 1 000 habitants ; distance : 0 m ;"
                                + " rayon : 10 000 m | A (02001) | non")
                .endsWith(
                        "Bornes de la note : indicateurs manquants à 0, puis à 100 | Salle S-1 (S-1) | points pondérés"
                                + " : 5 960 points ; poids des indicateurs disponibles : 65 points ; poids de tous les"
                                + " indicateurs : 100 points ; points au plus : 100 points | de 60 à 95 | oui");
        assertThat(rows("Règles de la conversion : Salle S-2 (S-2)"))
                .contains("Séances par mois d’un même hôte | A (02001) | étape : Salle S-2 (S-2) ; séances : 1 séance"
                        + " par mois ; maximum : 8 séances par mois | 1 | oui");
        assertThat(rows("Règles de l’intercommunalité"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("Un tiers lieu remplit au moins le nombre de fonctions exigé | Lieu P-1 (P-1) | "))
                .anySatisfy(row ->
                        assertThat(row).contains("tiers lieu notifié : Salle S-2 (S-2)", "date : 15 décembre 2017"));
    }

    @Test
    void tellsTheSumsOfEachLine() {
        assertThat(rows("Plan de financement"))
                .hasSize(5)
                .startsWith(
                        "Étude | 14 000 € | 80 % | 10 000 € | 10 000 € | 4 000 € | plafond | étude : inconnu → coût :"
                            + " 14 000 € → assiette : 14 000 € ; taux : 80 % → aide au taux : 11 200 € ; plafond : 10"
                            + " 000 € ; le plafond porte sur : aide ; taux : 80 % → coût : 14 000 € ; aide : 10 000"
                            + " €");
    }

    @Test
    void tellsWhatDiffersFromWhatWasNotified() {
        assertThat(rows("Écarts"))
                .startsWith(
                        "Tiers lieu | A-1 | Salle S-2 (S-2) | Salle S-1 (S-1)",
                        "Étude | A-1 | 9 000 € | 10 000 €",
                        "Investissement | A-1 | rien | 15 000 €")
                .endsWith("Aide totale | A-1 | 9 000 € | 115 000 €");
    }

    @Test
    void tellsWhatWouldAlterAConclusion() {
        assertThat(rows("Plus petits changements"))
                .containsExactly(
                        "A (« Salle S-1 ») recevait 172 présences de moins, sur 600 présences en douze mois | note 92,"
                            + " retenue ; tiers lieu proposé à A (« Salle S-1 ») | note 76, à instruire ; aucun tiers"
                            + " lieu proposé",
                        "l’accompagnement de projets n’était plus possible à A (« Salle S-1 ») (temps d’animateur) |"
                                + " note 92, retenue ; tiers lieu proposé à A (« Salle S-1 ») | note 92, fonctions"
                                + " insuffisantes ; aucun tiers lieu proposé",
                        "tout était confirmé à A (« Lieu P-1 ») pour l’accompagnement de projets (temps d’animateur) |"
                                + " sans note, fonctions insuffisantes ; tiers lieu proposé à A (« Salle S-1 ») | sans"
                                + " note, ex æquo ; aucun tiers lieu proposé");
    }

    @Test
    void keepsInTheTraceEveryStepAsItWasWritten() {
        Document trace = TraceDocument.of(dossier);

        assertThat(captions(trace))
                .containsExactly(
                        "SCORE S-1", "SCORE S-2",
                        "CONVERSION S-1", "CONVERSION S-2",
                        "PLAN 200000001", "AIDE ETUDE",
                        "AIDE INVESTISSEMENT", "AIDE FONCTIONNEMENT_1",
                        "AIDE FONCTIONNEMENT_2", "AIDE FONCTIONNEMENT_3");
        assertThat(rows(trace, "SCORE S-1"))
                .contains(
                        "MOIS_OBSERVES | room:S-1 | ouverture=?[DATE] fermeture=?[DATE] dernier_jour=2017-10-31[DATE]"
                                + " mois_observes=24[MOIS] mois_ouverts=24[MOIS] part_minimale=0.5[PART] | SUFFISANTS |"
                                + " false",
                        "NOTE | room:S-1 | points_ponderes=5960[POINTS] poids_disponible=65[POINTS] | 92 | true");
    }

    private List<String> rows(String caption) {
        return rows(legal, caption);
    }

    private static List<String> rows(Document document, String caption) {
        return Reading.grids(document.blocks().stream())
                .filter(grid -> Reading.plain(grid.caption()).startsWith(caption))
                .flatMap(grid -> grid.rows().stream())
                .map(Reading::row)
                .toList();
    }

    private static String text(Document document) {
        return Reading.plain(document.asText());
    }

    private static List<String> captions(Document document) {
        return Reading.grids(document.blocks().stream())
                .map(Block.Grid::caption)
                .toList();
    }

    public static Origin origin() {
        return new Origin(
                "2017-05",
                "Titre",
                "ab".repeat(32),
                Map.of("S-1", List.of(new FichierSource(FILE, List.of("2017-09", "2017-10"), 12))),
                Map.of(FILE, "frequentation.csv"),
                Map.of());
    }

    /** S-1 is the seat; S-2 has no animateur and a month missing; nobody knows whether P-1 has one. S-2 was notified, with aid to the study. */
    public static Dossier dossier() {
        Hosting none = Facts.mediation().setAnimateurEtpHundredths(0).build();
        EpciFacts facts = new EpciFacts(
                Facts.SIREN,
                EpciDescribed.newBuilder(Facts.epci())
                        .setIntercommunalite(project())
                        .build(),
                List.of(
                        new RoomFacts(
                                Facts.room("S-2", none),
                                Facts.monthly(3, Facts.AS_OF.minusMonths(23), Facts.AS_OF.minusMonths(1))),
                        new RoomFacts(Facts.room("S-1", Facts.twoFunctions().build()), Facts.monthly(50))),
                List.of(Facts.site("P-1", Facts.mediation().build())),
                List.of(notified()));
        EpciResults results = EpciResults.of(facts, Facts.AS_OF, Baremes.load("2017-05"));
        return new Dossier(results.plan().orElseThrow(), results.conversions(), results.scores());
    }

    private static Intercommunalite project() {
        return Projects.caseOne().setOpening(LocalDate.of(2018, 9, 1)).build();
    }

    private static DecisionRecorded notified() {
        return BarePlan.decision("epci:" + Facts.SIREN, Facts.SIREN, DecisionKind.NOTIFIED, "2017-12-15")
                .setSeat("room:S-2")
                .setAid(List.of(new AideNotifiee("ETUDE", new BigDecimal("9000.00"))))
                .build();
    }

    @Test
    void standAlone() {
        assertThat(headings(LegalDocument.pages(dossier, Fictitious.ORIGIN)))
                .containsExactly(
                        "Ce qui est proposé",
                        "Les chiffres qui ont décidé",
                        "La règle qui a décidé",
                        "L’argent, ligne par ligne",
                        "Ce qui manque",
                        "Degré et mode de contribution du traitement à la décision",
                        "Données traitées et leurs sources",
                        "Paramètres du traitement et leur pondération, appliqués à la situation",
                        "Opérations effectuées par le traitement",
                        "Vos droits");
        assertThat(WordCount.count(LegalDocument.pages(dossier, Fictitious.ORIGIN)))
                .isLessThan(LegalDocument.LIMIT);
    }

    @Test
    void comeBeforeAnnexesThatAreCalledSo() {
        List<String> all = headings(LegalDocument.of(dossier, Fictitious.ORIGIN));
        int pages = headings(LegalDocument.pages(dossier, Fictitious.ORIGIN)).size();

        assertThat(all.subList(0, pages)).noneMatch(Block::isAnnex);
        assertThat(all.subList(pages, all.size()))
                .allMatch(Block::isAnnex)
                .contains("Annexe\u00a0: Salle S-1 (S-1)", "Annexe\u00a0: Salle S-2 (S-2)");
    }

    @Test
    void tellOfOneRoomAloneWhatConcernsIt() {
        assertThat(LegalDocument.ofRoom(dossier, "S-2", Fictitious.ORIGIN).asText())
                .contains("Salle S-2, à A, situation au 31 octobre 2017", "Annexe\u00a0: Salle S-2 (S-2)")
                .doesNotContain("Annexe\u00a0: Salle S-1 (S-1)");
    }

    /** With a seat too, where the aid to running carries them: it is what they cost that nobody said. */
    @Test
    void sayWhatHoldingSessionsWouldCost() {
        assertThat(text(LegalDocument.pages(dossier, Fictitious.ORIGIN)))
                .contains("Étapes nomades : une séance par mois, 0,04 temps plein, de l’ordre de 1 300 € par an.");
    }

    @Test
    void sayWhatIsMissing() {
        long unknown = dossier.score("S-2").orElseThrow().getIndicateurs().stream()
                .filter(indicateur -> indicateur.getUnavailable() != null)
                .count();

        assertThat(text(LegalDocument.pagesOfRoom(dossier, "S-2", Fictitious.ORIGIN)))
                .contains(
                        "Salle S-2 (S-2) : 1 mois n’est pas renseigné, sur 24.",
                        "Dans la note, " + unknown
                                + " indicateurs ne sont pas connus : occupation des postes, tendance");
    }

    @Test
    void countWhatStopsTheRoomsWhereNoneIsACandidate() {
        Dossier b = Fictitious.b();
        b.plan()
                .setTrace(List.of(
                        Steps.decided(Rule.ORDRE_DES_CANDIDATES, "epci:" + Fictitious.SIREN, "AUCUNE_CANDIDATE")));

        assertThat(text(LegalDocument.pages(b, Fictitious.ORIGIN)))
                .contains("Aucun lieu ne remplit toutes les conditions", "Ce qui arrête d’abord 2 salles : « ");
    }

    @Test
    void tellTheRuleThatDecidedAndWhatItLookedAt() {
        assertThat(text(LegalDocument.pages(dossier, Fictitious.ORIGIN)))
                .contains("« Fonctions voulues, fonctions confirmées, population proche, note » : elle a regardé")
                .contains("Résultat : seule candidate.");
    }

    private static List<String> headings(Document document) {
        return document.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(heading -> ((Block.Heading) heading).text())
                .toList();
    }
}
