package fr.passerelle.console.plan;

import static fr.passerelle.console.map.PlanExamples.RUN;
import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.site;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.change.ChangeLines.Value;
import fr.passerelle.console.map.Mark;
import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.page.Messages;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.plan.PlanPage.Explanation;
import fr.passerelle.console.plan.PlanView.ChangeGroup;
import fr.passerelle.console.plan.PlanView.ProjectView;
import fr.passerelle.console.plan.PlanView.ShortList;
import fr.passerelle.console.plan.PlanView.Version;
import fr.passerelle.console.reading.PastResults.PastPlan;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.explanation.ChangePart.SmallestChange;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.study.replay.ReplayExamples;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page of an EPCI shows of its plan, and why. */
class PlanViewTest {

    private static final ProjectView PROJECT = new ProjectView(
            List.of(List.of("Étude de faisabilité", "rendue")),
            List.of(new DocumentBlock("paragraphe", "Estimation.", List.of(), List.of())),
            List.of(new DocumentBlock(
                    "table", "Reste à charge", List.of("Commune", "Total"), List.of(List.of("Bourg-A", "1 €")))),
            List.of(
                    new Commune("02001", "Bourg-A", 10, 49.0, 3.0, null),
                    new Commune("02002", "Bourg-B", 10, 49.0, 3.0, null)),
            DivisionKey.SEANCES,
            "02002");

    @Test
    void tellsWhereAnEpciStandsBeforeAnyFold() throws Exception {
        assertThat(project("plan/projet :: situation(projet=${projet})"))
                .contains("Où en est l’intercommunalité", "Étude de faisabilité", "rendue")
                .doesNotContain("<details");
    }

    /** A form of the page itself: it works without a script, and comes back to the fold with what was chosen. */
    @Test
    void letsOneChooseTheKeyAndTheCommuneThatLeaves() throws Exception {
        assertThat(project("plan/projet :: projet(siren='200000001',projet=${projet})"))
                .contains(
                        "method=\"get\" action=\"/intercommunalites/200000001#partage\"",
                        "Estimation.",
                        "<td class=\"nombre\">1 €</td>")
                .containsPattern("value=\"seances\"\\s+selected=\"selected\"")
                .containsPattern("value=\"02002\"\\s+selected=\"selected\">Bourg-B<");
    }

    private static String project(String view) throws Exception {
        return Templates.show(view, "LECTEUR", Map.of("projet", PROJECT));
    }

    private static final String ALL = "href=\"/intercommunalites/200000001?tout=oui#%s\"";
    private static final String PAPER =
            "<p class=\"d-none d-print-block\">15 sur 40\u00a0; la suite est dans la console.";

    @Test
    void saysOnPaperWhatALinkSaysOnTheScreen() throws Exception {
        assertThat(rest(40)).contains(ALL.formatted("etapes"), "Montrer aussi les 25 autres", PAPER);
        assertThat(rest(3)).doesNotContain("Montrer", "console");
    }

    @Test
    void leadsToTheRestOfTheChangesWhicheverTheyAlter() throws Exception {
        for (boolean seat : new boolean[] {true, false}) {
            List<SmallestChange> changes = Collections.nCopies(40, new SmallestChange("si", "avant", "après", seat));

            assertThat(Templates.show(
                            "plan/morceaux :: changements(siren='200000001',groups=${groupes})",
                            "LECTEUR",
                            Map.of("groupes", ChangeGroup.of(changes, false))))
                    .containsOnlyOnce(ALL.formatted("changer"));
        }
    }

    private static String rest(int many) throws Exception {
        ShortList<String> list = ShortList.of(Collections.nCopies(many, "x"), false);
        return Templates.show(
                "plan/morceaux :: suite(siren='200000001',shown=${liste},ancre='etapes')",
                "LECTEUR",
                Map.of("liste", list));
    }

    @Test
    void showsTheFirstOfALongListUnlessAskedForAll() {
        assertThat(ShortList.of(Collections.nCopies(40, "x"), false).left()).isEqualTo(25);
        assertThat(ShortList.of(Collections.nCopies(40, "x"), true)).satisfies(all -> {
            assertThat(all.items()).hasSize(40);
            assertThat(all.left()).isZero();
        });
        assertThat(ShortList.of(Collections.nCopies(3, "x"), false).left()).isZero();
    }

    @Test
    void namesWhatChangedSinceTheOneBefore() {
        List<Version> versions = versions(past(plan("S-1", "900.50")), past(plan(null, "800.00")));

        assertThat(versions.getFirst().change())
                .isNotNull()
                .satisfies(change -> assertThat(change.values())
                        .containsExactly(
                                new Value("tiers lieu", "—", "Ancienne gare S-1"),
                                new Value("aide totale", "800,00\u00a0€", "900,50\u00a0€")));
        assertThat(versions.getLast().change()).isNull();
    }

    @Test
    void tellsAPlanThatWasWithdrawnAndNoFiguresThatChangeNoConclusion() {
        Plan other = plan("S-1", "900.50");
        other.setPopulation(12);

        assertThat(versions(past(other), past(plan("S-1", "900.50"))).getFirst().change())
                .isNull();

        assertThat(versions(past(null), past(plan("S-1", "900.50"))).getFirst().change())
                .isNotNull()
                .satisfies(change -> assertThat(change.nature()).isEqualTo("retirée"));
    }

    private static List<Version> versions(PastPlan... plans) {
        PublishedResults published = published(RUN, Proposals.NONE, List.of(), List.of(), site("S-1"));
        return Version.of(List.of(plans), published, Messages.ofThePages());
    }

    private static PastPlan past(@Nullable Plan plan) {
        return new PastPlan(ReplayExamples.base(Baremes.load("2017-05"), false), plan, true);
    }

    private static Plan plan(@Nullable String seat, String aid) {
        return BarePlan.of("200000001")
                .setTiersLieu(seat)
                .setAid(List.of())
                .setAidTotal(new BigDecimal(aid))
                .build();
    }

    private static final Block TITLE = new Block.Heading(3, "Ce qui est proposé");
    private static final Block ANNEX = new Block.Heading(3, "Annexe\u00a0: Salle A");

    /** What stands alone is the first page, however long; annexes follow, some at a time. */
    @Test
    void beginsTheAnnexesOnThePageAfterWhatStandsAlone() {
        Explanation explanation = Explanation.of(new Document("Titre", List.of(TITLE, table(3), ANNEX, table(3))));

        assertThat(texts(explanation, 1)).containsExactly("Ce qui est proposé", "Table");
        assertThat(texts(explanation, 2)).containsExactly("Annexe\u00a0: Salle A", "Table");
        assertThat(explanation.page(1, true).items()).hasSize(4);
    }

    @Test
    void cutsAnnexesAndNothingElse() {
        Explanation explanation = Explanation.of(new Document("Titre", List.of(TITLE, table(300), ANNEX, table(300))));

        assertThat(explanation.pages()).hasSize(3);
        assertThat(explanation.page(9, false).page()).isEqualTo(3);
    }

    private static List<String> texts(Explanation explanation, int page) {
        return explanation.page(page, false).items().stream()
                .map(DocumentBlock::text)
                .toList();
    }

    private static Block table(int rows) {
        return new Block.Grid("Table", List.of("Nom"), Collections.nCopies(rows, List.of("A")));
    }

    private static final JeuDeRegles RULES = Baremes.load("2017-05").jeuDeRegles();

    private static final String PRECEDENCE = "Pourquoi ici et pas à Gland.";

    @Test
    void saysWhatTheTextsSayOfTheSeatAndTheNext() {
        assertThat(told(
                        place("Ham", Candidature.RETENUE, 1, 1, 3, 4, 68),
                        place("Gland", Candidature.CANDIDATE, 2, 0, 2, 18, 83)))
                .contains(PRECEDENCE)
                .anySatisfy(reason -> assertThat(reason).startsWith("Ham\u00a0: note 68 sur 100, 58 au plus bas"));
    }

    @Test
    void saysThatNothingSeparatesThoseOfOneRank() {
        List<String> told = told(
                place("Ham", Candidature.EX_AEQUO, 1, 0, 3, 2, 87),
                place("Gland", Candidature.EX_AEQUO, 1, 0, 3, 2, null),
                place("Coincy", Candidature.SOUS_LE_SEUIL, null, 0, 3, 2, 30));

        assertThat(told)
                .anySatisfy(reason -> assertThat(reason).startsWith("Rien dans les règles ne départage Ham et Gland"));
        assertThat(told)
                .doesNotContain(PRECEDENCE)
                .noneSatisfy(reason -> assertThat(reason).contains("Coincy"));
    }

    @Test
    void saysWhatThePlacesMissWhereNoneIsTheSeat() {
        List<String> told = told(
                place("Ham", Candidature.SOUS_LE_SEUIL, null, 0, 3, 4, 40),
                place("Gland", Candidature.FONCTIONS_INSUFFISANTES, null, 0, 1, 2, 85),
                place("Coincy", Candidature.DONNEES_INSUFFISANTES, null, 0, 2, 2, null),
                place("Chierry", Candidature.A_INSTRUIRE, null, 0, 2, 2, 55));

        assertThat(told)
                .contains(
                        "Gland\u00a0: note 85 sur 100, mais une seule fonction confirmée, il en faut 2.",
                        "Chierry\u00a0: note 55 sur 100, entre 45 et 55 selon ce qui manque\u00a0; le seuil de 50 est"
                                + " entre les deux, une personne doit conclure.",
                        "Ham\u00a0: note 40 sur 100, 40 au plus haut, sous le seuil de 50.")
                .noneSatisfy(reason -> assertThat(reason).startsWith("Coincy"));
    }

    @Test
    void saysThatAPlaceHasNoScoreOrIsNoRoom() {
        assertThat(told(
                        place("Ham", Candidature.DONNEES_INSUFFISANTES, null, 0, 3, 4, null),
                        place("Gare", Candidature.FONCTIONS_INSUFFISANTES, null, 0, 0, 4, null)))
                .contains(
                        "Ham\u00a0: trop de mois manquent, aucune note n’est donnée.",
                        "Gare\u00a0: aucune fonction confirmée, il en faut 2.");
    }

    private static List<String> told(Concurrent... places) {
        return new ConclusionView(comparing(places), RULES, Optional.of(PRECEDENCE), Messages.ofThePages()).reasons();
    }

    private static Plan comparing(Concurrent... places) {
        Siege seat = places[0].getCandidature() == Candidature.RETENUE ? places[0].getSiege() : null;
        return BarePlan.of("200000001")
                .setSiege(seat)
                .setExAequo(Arrays.stream(places)
                        .filter(one -> one.getCandidature() == Candidature.EX_AEQUO)
                        .map(Concurrent::getSiege)
                        .toList())
                .setCandidates(Arrays.asList(places))
                .setAid(List.of())
                .build();
    }

    private static Concurrent place(
            String name,
            Candidature candidature,
            @Nullable Integer rank,
            int wanted,
            int confirmed,
            int steps,
            @Nullable Integer score) {
        return BarePlan.candidate(new Siege(SiegeKind.SALLE, name, name, "02000", name), candidature)
                .setRank(rank)
                .setFunctionsWanted(wanted)
                .setFunctionsConfirmed(confirmed)
                .setPopulation(2000 * steps)
                .setPopulationSteps(steps)
                .setScore(score)
                .setLow(score == null ? null : score - 10)
                .setHigh(score)
                .build();
    }

    @Test
    void hasASentenceForEachMarkNeedAndDecision() {
        Stream<String> keys = Stream.of(
                        Stream.of(Mark.values()).map(mark -> "marque." + mark),
                        proposed().map(mark -> "marque.epci." + mark),
                        proposed().map(mark -> "epci.conclusion." + mark),
                        Stream.of(Besoin.values()).map(need -> "epci.raison.besoin." + need),
                        Stream.of(DecisionKind.values()).map(kind -> "epci.decision." + kind))
                .flatMap(some -> some);

        assertThat(keys)
                .allSatisfy(key -> assertThat(Messages.ofThePages().say(key, 2)).isNotBlank());
    }

    private static Stream<Mark> proposed() {
        return List.of(Mark.values()).stream().filter(mark -> mark != Mark.DONNEES_INSUFFISANTES);
    }
}
