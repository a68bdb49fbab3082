package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.Annexes.OperandWords;
import fr.passerelle.sheets.explanation.Naming.SubjectNames;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.Mention;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every stable code has its own French words, and every subject that the results name its name: none is shown, and none is missing. */
class CodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conversion.Finding", "conversion.ProposalReason",
                "financing.Decision", "frequentation.Indicator$Unavailability",
                "frequentation.Flag"
            })
    void hasWordsForWhatComesOutOfARule(String name) throws ClassNotFoundException {
        Class<?> outcomes = Class.forName("fr.passerelle.rules." + name);

        assertThat(names(outcomes)).isNotEmpty().allMatch(code -> Textes.knows("issue", code));
    }

    @Test
    void saysThemesInOneVocabularyEachOnce() {
        assertThat(Codes.themes(List.of("demarches", "démarches en ligne", "emploi", "recherche d'emploi", "cartes")))
                .containsExactly("démarches en ligne", "recherche d’emploi", "cartes");
    }

    @Test
    void hasWordsForEachCodeThatARuleLooksAtOrTells() throws ClassNotFoundException {
        assertThat(Stream.of(
                                Besoin.class, Candidature.class,
                                ConversionKind.class, Disponibilite.class,
                                Fonction.class, FrequentationState.class,
                                Gestion.class, HostKind.class,
                                Payeur.class, Reponse.class)
                        .flatMap(CodesTest::names))
                .allMatch(code -> Textes.knows("issue", code));
        assertThat(names(Class.forName("fr.passerelle.rules.conversion.Functions$Condition")))
                .allMatch(code -> Textes.knows("condition", code));
    }

    @Test
    void hasWordsForEachNameOfTheResultsAndAReasonOfEachEtape() {
        assertThat(names(Fonction.class)).allMatch(code -> Textes.knows("fonction", code));
        for (String family : List.of("indicateur", "definition", "marge")) {
            assertThat(names(IndicateurName.class)).allMatch(code -> Textes.knows(family, code));
        }
        assertThat(names(AidLineName.class)).allMatch(code -> Textes.knows("ligne", code));
        assertThat(names(Levier.class)).allMatch(code -> Textes.knows("changement", code));
        assertThat(names(Candidature.class)).allMatch(code -> Textes.knows("candidature", code));
        assertThat(names(Unite.class)).allMatch(code -> Textes.knows("unite", code));
        assertThat(Arrays.stream(Candidature.values()).filter(one -> one != Candidature.RETENUE))
                .allMatch(one -> Textes.knows("salle.motif", one.name()));
    }

    @Test
    void namesWhatIsComparedPlaceByPlace() {
        assertThat(said(
                        Steps.text("lieu_1", "room:A-1", Unite.CODE),
                        Steps.whole("fonctions_voulues_1", 2, Unite.FONCTIONS),
                        Steps.whole("borne_basse_2", 61, Unite.POINTS)))
                .isEqualTo("lieu (1)\u00a0: Salle A-1 (A-1) ; fonctions voulues et confirmées (1)\u00a0: 2 fonctions ;"
                        + " borne basse (2)\u00a0: 61 points");
    }

    @Test
    void leavesWhatPeopleWroteAsTheyWroteIt() {
        assertThat(said(
                        Steps.text("acte", "ACTE", Unite.CODE),
                        Steps.text("tiers_lieu_existant", "FABRIQUE", Unite.CODE),
                        Steps.text("ouverture", "2018-09-01", Unite.DATE)))
                .isEqualTo(
                        "acte\u00a0: ACTE ; tiers lieu existant\u00a0: FABRIQUE ; ouverture\u00a0: 1er septembre 2018");
    }

    @Test
    void namesTheCentreTheTwoBoundsAndAGroupOfPeople() {
        assertThat(outcome(Rule.POPULATION_DESSERVIE, "commune:02001", "02001")).isEqualTo("commune 02001");
        assertThat(outcome(Rule.FOURCHETTE, "room:A-1", "61-71")).isEqualTo("de 61 à 71");
        assertThat(outcome(Rule.NOTE, "room:A-1", "68")).isEqualTo("68");
        assertThat(said(Steps.whole("groupe", 8, Unite.PERSONNES)))
                .contains("personnes par séance")
                .doesNotContain("commune");
    }

    private static String said(Operande... operands) {
        return new OperandWords(new SubjectNames(Fictitious.a())).all(List.of(operands));
    }

    private static String outcome(Rule rule, String on, String outcome) {
        RegleEssayee step = Steps.passed(rule, on, outcome, Steps.number("note", new BigDecimal("68"), Unite.POINTS));
        return new OperandWords(new SubjectNames(Fictitious.a())).outcome(step);
    }

    private static Stream<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(one -> ((Enum<?>) one).name());
    }

    private final Dossier names = named();
    private final SubjectNames subjects = new SubjectNames(names);

    @Test
    void namesWhatTheResultsNameAndACommuneByARoomASiteOrAHost() {
        assertThat(subjects.of("room:A-2")).isEqualTo("Salle A-2 (A-2)");
        assertThat(subjects.of("site:P-1")).isEqualTo("Gare (P-1)");
        assertThat(subjects.of("place:BIB-9")).isEqualTo("Bibliothèque (BIB-9)");
        assertThat(subjects.of("epci:" + Fictitious.SIREN)).isEqualTo("Communauté de communes A (200000001)");
        assertThat(subjects.commune("insee Val-A")).isEqualTo("Val-A (insee Val-A)");
        assertThat(subjects.commune("02777")).isEqualTo("Gare-Ville (02777)");
        assertThat(subjects.commune("02888")).isEqualTo("Hôte-Ville (02888)");
    }

    @Test
    void keepsTheIdentifierOfWhatTheyDoNot() {
        assertThat(subjects.of("room:Z")).isEqualTo("salle Z");
        assertThat(subjects.of("site:A-2")).endsWith("A-2").doesNotContain("Salle");
        assertThat(subjects.of("place:P-1")).endsWith("P-1").doesNotContain("Gare");
        assertThat(subjects.commune("02009")).isEqualTo("commune 02009");
        assertThat(subjects.of("epci:200000009")).endsWith("200000009").doesNotContain("Communauté de communes A");
        assertThat(subjects.of("seuil")).isEqualTo("seuil");
    }

    @Test
    void takesOfAllResultsThoseOfOneEpci() {
        Dossier a = Fictitious.a();
        Dossier other = Fictitious.b();
        other.plan().setEpci("E2");
        other.conversions().forEach(conversion -> conversion.setEpci("E2"));
        other.scores().forEach(score -> score.setEpci("E2"));
        Proposals all = Proposals.of(
                List.of(a.scores().getFirst(), other.scores().getFirst()),
                List.of(a.conversions().getFirst(), other.conversions().getFirst()),
                List.of(a.plan(), other.plan()));

        assertThat(Dossier.of(all, "E2"))
                .contains(new Dossier(
                        other.plan(),
                        List.of(other.conversions().getFirst()),
                        List.of(other.scores().getFirst())));
        assertThat(Dossier.of(all, "E3")).isEmpty();
    }

    private static Dossier named() {
        Dossier a = Fictitious.a();
        Plan plan = a.plan();
        Siege gare = new Siege(SiegeKind.SITE, "P-1", "Gare", "02777", "Gare-Ville");
        plan.setCandidates(
                List.of(BarePlan.candidate(gare, Candidature.CANDIDATE).build()));
        a.conversions()
                .get(1)
                .setHost(Host.newBuilder()
                        .setKind(HostKind.LIEU_PUBLIC)
                        .setId("BIB-9")
                        .setName("Bibliothèque")
                        .setInsee("02888")
                        .setCommune("Hôte-Ville")
                        .build());
        return a;
    }

    private static final Bareme VOTED = Baremes.load("2017-05");

    @Test
    void listsEveryRuleAndEveryParameter() {
        String sheet = AlgorithmSheet.of(VOTED, new Mention("Mission numérique", "1 rue d'essai"));

        assertThat(Arrays.asList(Rule.values()))
                .allSatisfy(rule -> assertThat(sheet).contains(rule.name(), rule.title()));
        assertThat(Parameters.of(VOTED))
                .allSatisfy(parameter -> assertThat(sheet).contains(" | `%s` |".formatted(parameter.path())));
        assertThat(sheet).contains("Mission numérique", VOTED.sha256()).doesNotContain("{{", "}}");
    }

    /** Who reads it first is no programmer. */
    @Test
    void saysWhatARuleSaysBeforeItsCode() {
        assertThat(AlgorithmSheet.of(VOTED, new Mention("S", "A")))
                .contains("| Ce qu'elle dit | Code |", "| Sans note, pas de conclusion | `NOTE_EXISTANTE` |");
    }

    /** With the words and the unit of the console's page of the barème: nobody reads {@code jeu_de_regles.fenetre.mois}. */
    @Test
    void saysEveryParameterInFrenchBeforeItsKey() {
        String sheet = AlgorithmSheet.of(VOTED, new Mention("S", "A")).replaceAll("[\\u00a0\\u202f]", " ");

        assertThat(Parameters.of(VOTED))
                .noneMatch(one -> Codes.parametre(one.path()).equals(one.path()));
        assertThat(sheet)
                .contains(
                        "| Paramètre | Valeur | Source | Clé |",
                        "| Étude : taux | 80 % | vuduchateau.com, novembre 2017 | `reglement.etude.taux` |",
                        "| Longueur de la fenêtre | 24 mois | choix du projet | `jeu_de_regles.fenetre.mois` |",
                        "| Échelle, usage : point 2 | 0.046 → 50 | ");
    }

    /** Envelopes and calendars are computed by the same program: their inputs are data too, and some are of people at work. */
    @Test
    void listsTheInputsOfEnvelopesAndCalendarsAndDefinesEachIndicator() {
        assertThat(AlgorithmSheet.of(VOTED, new Mention("S", "A")))
                .contains("Fichier des crédits", "Fichier des animateurs", "Fichier des lieux", "Fichier des trajets")
                .contains("sous un identifiant sans nom", "absences", "un temps d'animateur")
                .doesNotContain("Aucune donnée sur une personne");
        assertThat(AlgorithmSheet.of(VOTED, new Mention("S", "A")))
                .contains("| Usage | Présences par an ÷ habitants desservis ; un mois manquant compte comme la moyenne"
                        + " des mois renseignés | 40 | 0 → 0 ; 0.046 → 50 ; 0.142 → 80 ; 0.28 → 100 | `USAGE` |");
    }

    @Test
    void saysEveryRuleInTheOrderInWhichTheyApply() {
        assertThat(AlgorithmSheet.rules())
                .hasSameSizeAs(Rule.values())
                .startsWith(new AlgorithmSheet.RuleSaid("RETOUR_PARTIEL", Rule.RETOUR_PARTIEL.title()));
    }

    /** The sections that the United Kingdom's standard asks for beside those of the French law. */
    @Test
    void saysWhichAlternativesAndRisksThereAreAndHowToAppeal() {
        assertThat(AlgorithmSheet.of(VOTED, new Mention("S", "A")))
                .contains(
                        "## Alternatives envisagées",
                        "## Risques et ce qui les réduit",
                        "## Faire corriger, faire réexaminer, contester");
    }

    @Test
    void saysThatAnIllustrationIsOneAndKeepsItsTablesWhateverTheTexts() {
        assertThat(AlgorithmSheet.of(Baremes.load("2018-01"), new Mention("S", "A")))
                .contains("illustration : rien n'en a été voté");

        assertThat(AlgorithmSheet.of(VOTED, new Mention("A | B\nC", "D"))).contains("| A \\| B C |");
    }
}
