package fr.passerelle.sheets.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.act.ActDraft.ActOrigin;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.Fictitious;
import fr.passerelle.sheets.explanation.MaireText;
import fr.passerelle.sheets.explanation.Naming;
import fr.passerelle.sheets.explanation.PartsTest;
import fr.passerelle.sheets.explanation.Reading;
import fr.passerelle.sheets.explanation.RoomText;
import fr.passerelle.sheets.explanation.WholeExplanationTest;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document.WordCount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The drafts of what would be signed, from the results of fictitious EPCIs. */
class ActDraftTest {

    private static final String MENTION = "Exercice sur des données reconstituées : ne vaut pas proposition.";
    private static final ActOrigin REAL = new ActOrigin("N-000001", "2017-05", false, "La mention légale.", List.of());
    private static final ActOrigin EXERCISE = new ActOrigin("N-000001", "2017-05", true, MENTION, List.of());

    @Test
    void grantsWhatThePlanSaysAndNothingElse() {
        ActDraft draft = deliberation(WholeExplanationTest.dossier(), REAL);

        assertThat(draft.document().title()).startsWith("PROJET – Délibération\u00a0: tiers lieu numérique");
        assertThat(draft.header()).isEqualTo("PROJET – ne vaut pas décision");
        assertThat(text(draft))
                .contains(
                        "création d’un tiers lieu numérique à A (« Salle S-1 »)",
                        "une aide régionale de 115 000 € au plus",
                        "au moins deux des fonctions",
                        "Acte A-1 : ce qui a été notifié reste")
                .endsWith("La mention légale.");
        assertThat(row(draft, "Total")).containsExactly("Total", "278 000 €", "115 000 €", "163 000 €", "", "");
    }

    @Test
    void approvesNoStudyThatIsHandedIn() {
        Dossier studied = Fictitious.studied(WholeExplanationTest.dossier());

        assertThat(text(deliberation(WholeExplanationTest.dossier(), REAL))).contains("l’étude et la création");
        assertThat(text(deliberation(studied, REAL)))
                .contains("D’approuver la création d’un tiers lieu numérique")
                .doesNotContain("l’étude et la création");
    }

    @Test
    void sharesTheAidByLineAndBudgetYearInTheAnnex() {
        ActDraft draft = convention(WholeExplanationTest.dossier(), REAL);

        assertThat(row(draft, "Étude")).containsExactly("Étude", "14 000 €", "10 000 €", "4 000 €", "80 %", "10 000 €");
        assertThat(row(draft, "2019")).containsExactly("2019", "40 000 €");
        assertThat(row(draft, "Salle S-2 (S-2)"))
                .contains("à A (salle communale)", "1", "aide régionale au fonctionnement");
        assertThat(text(draft)).contains("163 000 € restent à sa charge");
    }

    @Test
    void leavesBlankWhatOnlyPeopleKnow() {
        assertThat(text(deliberation(Fictitious.a(), REAL)))
                .contains(
                        "[à compléter : date de la séance]", "[à compléter : numéro de l’acte]",
                        "[à compléter : qualité du signataire]", "[à compléter : montant, une fois les coûts connus]");
    }

    @Test
    void saysFirstWhatShouldNotBeSignedYet() {
        Dossier dossier = Fictitious.a();
        dossier.plan().setProximiteProposed(9_000);
        dossier.plan().setFlags(List.of("PROXIMITE_EN_BAISSE"));
        ActDraft draft = deliberation(dossier, REAL);

        assertThat(points(draft))
                .containsEntry("Coûts inconnus", "Étude : sans le coût, aucune aide ne peut être arrêtée.")
                .containsEntry("Fonctions à vérifier sur place", "le fablab à Bourg-A.")
                .containsEntry(
                        "Proximité en baisse",
                        "9 000 habitants sur 10 000 seraient à moins de 5 km d’un point de médiation, contre 9 100"
                                + " aujourd’hui : cette baisse demande un motif.")
                .containsKey("Date d’ouverture inconnue");
        assertThat(draft.document().blocks().get(1)).isEqualTo(new Block.Heading(2, "Points à lever avant signature"));
    }

    /** RULES 4.2: a seat stays proposed, and nobody signs before this is lifted. */
    @Test
    void saysWhatHasToBeLiftedOfTheSeatWhereverItIsProposed() {
        Dossier dossier = Fictitious.a();
        Siege seat = dossier.plan().getSiege();
        dossier.plan().setCandidates(PartsTest.candidates(seat, dossier.fonctions(seat)));

        assertThat(points(deliberation(dossier, REAL)))
                .hasEntrySatisfying(
                        "Accord ou accès à lever d’abord",
                        why -> assertThat(why)
                                .startsWith("Bourg-A : l’accord du propriétaire (inconnu) et l’accès de plain-pied"
                                        + " (absent)."));
        assertThat(List.of(Reading.plain(MaireText.of(dossier)), Reading.plain(RoomText.of(dossier, "A-1"))))
                .allSatisfy(text -> assertThat(text)
                        .contains("À lever avant d’ouvrir : l’accord du propriétaire (inconnu) et l’accès de plain-pied"
                                + " (absent)."));
        assertThat(WordCount.count(MaireText.of(dossier))).isLessThan(MaireText.LIMIT);
    }

    /** CGCT L1111-10 III: what the owner of the work keeps; L1611-4 is about associations. */
    @Test
    void citesTheShareOfAnInvestmentThatTheEpciKeeps() {
        AidLine investment = Fictitious.aid(AidLineName.INVESTISSEMENT, null, null, null, "COUT_INCONNU");
        investment.setTrace(List.of(Steps.decided(
                Rule.PARTICIPATION_MINIMALE,
                "epci:200000001",
                "12000.00",
                Steps.part("participation_minimale", new BigDecimal("0.20")))));
        Dossier dossier = Fictitious.a();
        dossier.plan().setAid(List.of(Fictitious.study(), investment));

        assertThat(text(convention(dossier, REAL)))
                .contains("garde au moins 20 % des financements publics de l’investissement")
                .contains("article L. 1111-10, III) : c’est ce qui borne ici l’aide régionale");
        assertThat(text(deliberation(dossier, REAL)))
                .contains("L. 1111-10 (III), L. 4221-1")
                .doesNotContain("1611-4");
    }

    @Test
    void namesTheLinesThatWaitForTheStudy() {
        Dossier dossier = Fictitious.a();
        AidLine investment = Fictitious.aid(AidLineName.INVESTISSEMENT, null, null, null, "ETUDE_PREALABLE");
        dossier.plan().setAid(List.of(Fictitious.study(), investment));

        assertThat(points(deliberation(dossier, REAL)))
                .containsEntry(
                        "Étude à rendre d’abord",
                        "Investissement : le règlement attend l’étude, et aucune aide ne peut être arrêtée avant.");
    }

    @Test
    void decidesOfTheStudyAloneWhereNoSeatIsProposed() {
        ActDraft draft = deliberation(with(Fictitious.b().plan()), REAL);

        assertThat(draft.document().title()).contains("étude d’un tiers lieu numérique");
        assertThat(text(draft))
                .contains("Considérant qu’aucun lieu n’est proposé")
                .doesNotContain("création d’un tiers lieu", "Investissement", "Article 5");
        assertThat(points(draft))
                .containsKeys("Données insuffisantes", "Animation sans payeur", "Accord des communes qui accueillent");
    }

    @Test
    void namesThoseThatNothingSeparatesAndThoseLeftInSuspense() {
        Plan tied = Fictitious.b().plan();
        tied.setExAequo(List.of(seat("B-1", "C"), seat("B-2", "D")));
        tied.getRooms().getFirst().setCandidature(Candidature.A_INSTRUIRE);

        assertThat(points(deliberation(with(tied), REAL)))
                .containsEntry(
                        "Lieux ex æquo", "C et D : rien dans les règles ne les départage, l’intercommunalité choisit.")
                .containsKey("Salles à instruire");
        assertThat(text(deliberation(with(tied), REAL))).contains("plusieurs lieux restent ex æquo");

        tied.setUndecided(tied.getExAequo());
        tied.setExAequo(List.of());

        assertThat(points(deliberation(with(tied), REAL))).containsKey("Siège laissé en suspens");
        assertThat(text(deliberation(with(tied), REAL))).contains("ne permettent pas encore de désigner un siège");
    }

    @Test
    void hasNothingToDecideWhereTheStudyWasRefusedAndNoSeatIsProposed() {
        Plan refused = Fictitious.b().plan();
        refused.getAid().getFirst().setDecidedBy("REFUSEE");

        assertThat(ActDraft.deliberation(with(refused), REAL)).isEmpty();
        assertThat(ActDraft.convention(with(refused), REAL)).isEmpty();
    }

    @Test
    void tellsTheScoreWithItsBoundsOrThatItIsSure() {
        Dossier dossier = Fictitious.a();
        assertThat(text(deliberation(dossier, REAL))).contains("notée 68 sur 100, entre 61 et 71 selon les données");

        dossier.scores().getFirst().setLow(68);
        dossier.scores().getFirst().setHigh(68);

        assertThat(text(deliberation(dossier, REAL)))
                .contains("notée 68 sur 100, tous les indicateurs étant connus, pour un seuil de 50");
    }

    @Test
    void saysWhatWasDecidedAlready() {
        ActOrigin again = new ActOrigin("N-000001", "2017-05", false, "", List.of("Décision notifiée : acte A-1."));

        assertThat(points(deliberation(Fictitious.a(), again)))
                .containsEntry("Décisions déjà enregistrées", "Décision notifiée : acte A-1.");
    }

    @Test
    void saysOfAnExerciseThatItIsNoProposal() {
        ActDraft draft = convention(Fictitious.a(), EXERCISE);

        assertThat(Reading.plain(draft.header())).isEqualTo("PROJET – " + MENTION);
        assertThat(points(draft)).containsEntry("Données ou barème", MENTION);
        assertThat(text(draft)).endsWith(MENTION);
    }

    @Test
    void saysNothingOfANeedThatNobodyKnows() {
        Plan plan = Fictitious.a().plan();
        plan.setBesoin(Besoin.INCONNU);

        assertThat(text(deliberation(new Dossier(plan, List.of(), List.of()), REAL)))
                .doesNotContain("besoin de médiation numérique");
    }

    /** Of a plan whose comparison holds all its rooms, as that of a run does. */
    private static Dossier with(Plan plan) {
        plan.setCandidates(plan.getRooms().stream()
                .map(room -> BarePlan.candidate(Naming.siege(room), room.getCandidature())
                        .build())
                .toList());
        return new Dossier(plan, Fictitious.b().conversions(), Fictitious.b().scores());
    }

    private static Siege seat(String id, String commune) {
        return new Siege(SiegeKind.SALLE, id, "Salle " + id, "insee " + commune, commune);
    }

    private static ActDraft deliberation(Dossier dossier, ActOrigin origin) {
        return ActDraft.deliberation(dossier, origin).orElseThrow();
    }

    private static ActDraft convention(Dossier dossier, ActOrigin origin) {
        return ActDraft.convention(dossier, origin).orElseThrow();
    }

    private static Map<String, String> points(ActDraft draft) {
        return Reading.grids(draft.document().blocks().stream())
                .filter(grid -> grid.header().getFirst().equals("Point"))
                .flatMap(grid -> grid.rows().stream())
                .collect(Collectors.toMap(row -> Reading.plain(row.getFirst()), row -> Reading.plain(row.get(1))));
    }

    private static List<String> row(ActDraft draft, String first) {
        List<String> found = Reading.grids(draft.document().blocks().stream())
                .flatMap(grid -> grid.rows().stream())
                .filter(row -> row.getFirst().equals(first))
                .findFirst()
                .orElseThrow();
        return found.stream().map(Reading::plain).toList();
    }

    private static String text(ActDraft draft) {
        return Reading.plain(draft.document().asText());
    }
}
