package fr.passerelle.schemas.bareme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.schemas.bareme.Parameters.BaremeDifference;
import fr.passerelle.schemas.bareme.Parameters.Parameter;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.InvalidYaml.TextProblem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaremesTest {

    @Test
    void readsEveryShippedOne() {
        assertThat(Baremes.shipped())
                .contains(Baremes.DEFAULT)
                .allSatisfy(id -> assertThat(Baremes.load(id).id()).isEqualTo(id));
    }

    @Test
    void readsAFileAsWindowsSavesIt(@TempDir Path folder) throws IOException {
        String shipped = Baremes.load("2017-05").text();
        Path file = Files.writeString(folder.resolve("essai.yaml"), "\uFEFF" + shipped.replace("\n", "\r\n"));

        Bareme read = Baremes.load(file.toString());

        assertThat(read.jeuDeRegles()).isEqualTo(Baremes.load("2017-05").jeuDeRegles());
        assertThat(Baremes.read(read.text())).isEqualTo(read);
        assertThat(read.sha256()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Vu avec Mme Dupont",
                "# rappeler le 0647115893",
                "# jeanne.martin@exemple.fr, 2 85 05 80 123 456"
            })
    void refusesAFileThatNamesSomebodyEvenInARemark(String remark, @TempDir Path folder) throws IOException {
        String text = Baremes.load("2017-05").text();
        Path file = Files.writeString(folder.resolve("essai.yaml"), text + remark + "\n");

        assertThatThrownBy(() -> Baremes.load(file.toString()))
                .isInstanceOf(InvalidYaml.class)
                .hasMessageContaining("ligne " + (text.lines().count() + 1))
                .hasMessageContaining("semble nommer quelqu'un");
        assertThat(Baremes.read(text + remark)).as("on a log it stays").isNotNull();
    }

    @Test
    void readsWhatTheRegionVoted() {
        assertThat(Baremes.load("2017-05").inForce()).isEqualTo(LocalDate.of(2017, 5, 1));
        Reglement reglement = Baremes.load("2017-05").reglement();

        assertThat(reglement.etude().rate()).isEqualByComparingTo("0.80");
        assertThat(reglement.etude().ceiling()).isEqualByComparingTo("10000");
        assertThat(reglement.investissement().base()).isEqualByComparingTo("30000");
        assertThat(reglement.fonctionnement())
                .extracting(Reglement.Taux::ceiling)
                .containsExactly(new BigDecimal("45000"), new BigDecimal("30000"), new BigDecimal("15000"));
        assertThat(reglement.recettesDeduites()).isFalse();
    }

    @Test
    void readsTheRulesOfScores() {
        JeuDeRegles jeu = Baremes.load("2017-05").jeuDeRegles();

        assertThat(jeu.threshold()).isEqualTo(50);
        assertThat(jeu.indicateurs())
                .extracting(JeuDeRegles.IndicateurRule::name)
                .containsExactly(IndicateurName.values());
        assertThat(jeu.indicateurs())
                .extracting(JeuDeRegles.IndicateurRule::weight)
                .startsWith(40, 25, 15, 10, 10);
        assertThat(jeu.besoin().sessionFloors()).hasSize(4);
        assertThat(jeu.conversion().functions().fablabSurface()).isEqualByComparingTo("72");
    }

    @Test
    void saysWhichAreShippedWhenThereIsNone() {
        assertThatThrownBy(() -> Baremes.load("2016-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Barème introuvable : « 2016-01 » n'est ni un fichier lisible, ni un barème livré (2017-05,"
                        + " 2018-01)");
    }

    @Test
    void refusesAFileThatIsNotUtf8(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), "titre: été".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Baremes.load(file.toString())).hasMessageContaining("n'est pas en UTF-8");
    }

    @Test
    void tellsWhatWasVotedFromAnIllustration() {
        assertThat(Baremes.load("2017-05").isIllustration()).isFalse();
        assertThat(Baremes.load("2018-01").isIllustration()).isTrue();
    }

    private static final String MARK = "▸";
    private static final String SHIPPED = Baremes.load(Baremes.DEFAULT).text();

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        recettes_deduites: {valeur: false, source: "choix du projet"}  ~  recettes_deduites: ▸{valeur: false}  ~  reglement.recettes_deduites  ~  il manque la clé « source » ; ajoutez-la
        recettes_deduites: {valeur: false, source: "choix du projet"}  ~  recettes_deduites: {valeur: false, source: ▸" "}  ~  reglement.recettes_deduites.source  ~  est vide ; donnez-lui une valeur, ou retirez la clé (un texte qui commence par # s'écrit entre guillemets)
        seuil: {valeur: 50, source: "choix du projet"}  ~  seuil: ▸50  ~  jeu_de_regles.seuil  ~  n'a pas de source ; écrivez {valeur: …, source: "…"}
        seuil: {valeur: 50,  ~  seuil: {valeur: ▸cinquante,  ~  jeu_de_regles.seuil.valeur  ~  « cinquante » n'est pas possible ; écrivez un nombre entier de 0 à 100
        seuil: {valeur: 50,  ~  seuil: {valeur: ▸"50",  ~  jeu_de_regles.seuil.valeur  ~  « 50 » n'est pas possible ; écrivez, sans guillemets, un nombre entier de 0 à 100
        seuil: {valeur: 50,  ~  seuil: {valeur: ▸50.5,  ~  jeu_de_regles.seuil.valeur  ~  « 50.5 » n'est pas possible ; écrivez un nombre entier de 0 à 100
        seuil: {valeur: 50,  ~  seuil: {valeur: ▸101,  ~  jeu_de_regles.seuil.valeur  ~  « 101 » n'est pas possible ; écrivez un nombre entier de 0 à 100
        seuil: {valeur: 50,  ~  seuil: {valeur: ▸[50],  ~  jeu_de_regles.seuil.valeur  ~  une seule valeur est attendue
        etude_prealable: {valeur: false,  ~  etude_prealable: {valeur: ▸non,  ~  reglement.etude_prealable.valeur  ~  « non » n'est pas possible ; écrivez l'un de ces mots : true, false
        annees: {valeur: CONVENTION,  ~  annees: {valeur: ▸GLISSANTE,  ~  reglement.annees.valeur  ~  « GLISSANTE » n'est pas possible ; écrivez l'un de ces mots : CONVENTION, CIVILE
        en_vigueur: 2017-05-01  ~  en_vigueur: ▸mai 2017  ~  en_vigueur  ~  « mai 2017 » n'est pas possible ; écrivez une date AAAA-MM-JJ
        id: "2017-05"  ~  id: ▸"../2017"  ~  id  ~  « ../2017 » n'est pas possible ; écrivez des lettres, des chiffres, des points et des tirets
        titre: "Picardie en ligne vers tiers lieux numériques, mai 2017"  ~  titre: ▸""  ~  titre  ~  est vide ; donnez-lui une valeur, ou retirez la clé (un texte qui commence par # s'écrit entre guillemets)
        taux: {valeur: 0.80,  ~  taux: {valeur: ▸80,  ~  reglement.etude.taux.valeur  ~  « 80 » n'est pas possible ; écrivez un nombre de 0 à 1, avec 4 décimales au plus
        taux: {valeur: 0.80,  ~  taux: {valeur: ▸-0.8,  ~  reglement.etude.taux.valeur  ~  « -0.8 » n'est pas possible ; écrivez un nombre de 0 à 1, avec 4 décimales au plus
        taux: {valeur: 0.80,  ~  taux: {valeur: ▸0.80001,  ~  reglement.etude.taux.valeur  ~  « 0.80001 » n'est pas possible ; écrivez un nombre de 0 à 1, avec 4 décimales au plus
        part_observee_minimale: {valeur: 0.5,  ~  part_observee_minimale: {valeur: ▸1.5,  ~  jeu_de_regles.fenetre.part_observee_minimale.valeur  ~  « 1.5 » n'est pas possible ; écrivez un nombre de 0 à 1, avec 4 décimales au plus
        plafond: {valeur: 10000,  ~  plafond: {valeur: ▸-10000,  ~  reglement.etude.plafond.valeur  ~  « -10000 » n'est pas possible ; écrivez un nombre de 0 à 999999999.99, avec 2 décimales au plus
        plafond: {valeur: 10000,  ~  plafond: {valeur: ▸10000.005,  ~  reglement.etude.plafond.valeur  ~  « 10000.005 » n'est pas possible ; écrivez un nombre de 0 à 999999999.99, avec 2 décimales au plus
        poids: {valeur: 40,  ~  poids: {valeur: ▸-40,  ~  jeu_de_regles.indicateurs.USAGE.poids.valeur  ~  « -40 » n'est pas possible ; écrivez un nombre entier de 0 à 1000
        - {valeur: 0.142,  ~  - {valeur: ▸0.046,  ~  jeu_de_regles.indicateurs.USAGE.echelle[3].valeur  ~  une échelle est strictement croissante ; écrivez plus que 0.046
        - {valeur: -0.17,  ~  - {valeur: ▸-0.40,  ~  jeu_de_regles.indicateurs.TENDANCE.echelle[2].valeur  ~  une échelle est strictement croissante ; écrivez plus que -0.38
        points: 80, source: "Château  ~  points: ▸120, source: "Château  ~  jeu_de_regles.indicateurs.USAGE.echelle[3].points  ~  « 120 » n'est pas possible ; écrivez un nombre de 0 à 100, avec 6 décimales au plus
        points: 80, source: "Château  ~  points: ▸-1, source: "Château  ~  jeu_de_regles.indicateurs.USAGE.echelle[3].points  ~  « -1 » n'est pas possible ; écrivez un nombre de 0 à 100, avec 6 décimales au plus
        points: 80, source: "Château  ~  points: ▸40, source: "Château  ~  jeu_de_regles.indicateurs.USAGE.echelle[3].points  ~  les points ne baissent pas quand la valeur monte ; écrivez au moins 50
        eleve_a_partir_de: {valeur: 19.8,  ~  eleve_a_partir_de: ▸{valeur: 17.1,  ~  jeu_de_regles.besoin.eleve_a_partir_de  ~  il faut plus que « moyen_a_partir_de » ; écrivez plus que 17.1
        tiers_lieux_maximum: {valeur: 1,  ~  tiers_lieux_maximum: {valeur: ▸2,  ~  jeu_de_regles.conversion.tiers_lieux_maximum.valeur  ~  « 2 » n'est pas possible ; écrivez un nombre entier de 0 à 1
        ouverture_par_defaut: {valeur: "09-01",  ~  ouverture_par_defaut: {valeur: ▸"31-12",  ~  programmation.ouverture_par_defaut.valeur  ~  « 31-12 » n'est pas possible ; écrivez un mois et un jour MM-JJ
        critere: {valeur: SCORE,  ~  critere: {valeur: ▸NOTE,  ~  programmation.valeurs.SCORE.niveaux[1].critere.valeur  ~  « NOTE » n'est pas possible ; écrivez l'un de ces mots : HABITANTS_PONDERES, HABITANTS_PROCHES, SCORE, MOIS_OUVERTS, OUVERTURES, ETUDES
        debut: {valeur: "07:30",  ~  debut: {valeur: ▸450,  ~  tournees.journee.debut.valeur  ~  « 450 » n'est pas possible ; écrivez une heure HH:MM entre guillemets
        debut: {valeur: "07:30",  ~  debut: {valeur: ▸"07:30:59",  ~  tournees.journee.debut.valeur  ~  « 07:30:59 » n'est pas possible ; écrivez une heure HH:MM entre guillemets
        fin: {valeur: "19:30",  ~  fin: {valeur: ▸"24:00",  ~  tournees.journee.fin.valeur  ~  « 24:00 » n'est pas possible ; écrivez une heure HH:MM entre guillemets
        pause_meridienne_minutes: {valeur: 45,  ~  pause_meridienne_minutes: ▸{valeur: 181,  ~  tournees.journee.pause_meridienne_minutes  ~  il faut au plus les minutes de « pause_meridienne_debut » à « pause_meridienne_fin » ; écrivez-en moins
        fin: {valeur: "19:30",  ~  fin: ▸{valeur: "13:00",  ~  tournees.journee.fin  ~  il faut plus que « midi » ; écrivez une heure plus tardive
        fermeture_supposee: {valeur: "18:00",  ~  fermeture_supposee: ▸{valeur: "09:00",  ~  tournees.fermeture_supposee  ~  il faut plus que « ouverture_supposee » ; écrivez une heure plus tardive
        detour: {valeur: 1.3,  ~  detour: {valeur: ▸0.9,  ~  tournees.route.detour.valeur  ~  « 0.9 » n'est pas possible ; écrivez un nombre de 1 à 3, avec 2 décimales au plus
        detour: {valeur: 1.3,  ~  detour: ▸{valeur: 1.1,  ~  tournees.route.detour  ~  écrivez un nombre de « detour_bas » à « detour_haut »
        vitesse_kmh: {valeur: 50,  ~  vitesse_kmh: ▸{valeur: 70,  ~  tournees.route.vitesse_kmh  ~  écrivez un nombre de « vitesse_basse_kmh » à « vitesse_haute_kmh »
        montants: {valeur: HT, source: "choix du projet"}  ~  montants: ▸[HT]  ~  reglement.montants  ~  des clés et leurs valeurs sont attendues
        """)
    void saysWhatIsWrongAndWhere(String before, String after, String path, String message) {
        assertProblems(edited(SHIPPED, before, after), path + " : " + message);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        String text = edited(SHIPPED, "titre:", "▸titel:");
        text = edited(text, "id: \"2017-05\"", "▸id: \"2017-05\"");
        text = edited(text, "montants: {valeur: HT,", "montants: {valeur: ▸HTT,");
        text = edited(text, "- {valeur: 0.142, points: 80,", "- {valeur: ▸cent, points: ▸800,");

        assertProblems(
                text,
                "il manque la clé « titre » ; ajoutez-la",
                "titel : clé inconnue ; clés possibles : id, titre, en_vigueur, nature,"
                        + " jeu_de_regles, reglement, programmation, tournees",
                "reglement.montants.valeur : « HTT » n'est pas possible (vouliez-vous dire « HT » ?) ; écrivez l'un de"
                        + " ces mots : HT, TTC",
                "jeu_de_regles.indicateurs.USAGE.echelle[3].valeur : « cent » n'est pas possible ; écrivez un nombre de"
                        + " -1000000 à 1000000, avec 6 décimales au plus",
                "jeu_de_regles.indicateurs.USAGE.echelle[3].points : « 800 » n'est pas possible ; écrivez un nombre de"
                        + " 0 à 100, avec 6 décimales au plus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jeu_de_regles", "reglement", "programmation", "tournees"})
    void refusesATextWithoutOneOfItsSections(String section, @TempDir Path folder) throws IOException {
        String text = SHIPPED.replaceFirst("(?ms)^" + section + ":.*?(?=^\\w|\\z)", "");
        Path file = Files.writeString(folder.resolve("essai.yaml"), text);

        assertProblems(edited(text, "id:", MARK + "id:"), "il manque la clé « " + section + " » ; ajoutez-la");
        assertThatThrownBy(() -> Baremes.load(file.toString()))
                .isInstanceOf(InvalidYaml.class)
                .hasMessageMatching(
                        "(?s).*ligne \\d+, colonne 1 : il manque la clé « " + section + " » ; ajoutez-la.*");
    }

    @Test
    void saysWhatAMissingSectionIsAnUnknownKeyAndWhatStandsTwice() {
        assertProblems(
                edited(SHIPPED.replaceFirst("(?m)^    INSCRITS:\n(?: {6}.*\n)+", ""), "USAGE:", "▸USAGE:"),
                "jeu_de_regles.indicateurs : il manque la clé « INSCRITS » ; ajoutez-la");
        assertProblems(
                edited(edited(SHIPPED, "INCONNU: {valeur: 1,", "▸PRESSANT: {valeur: 1,"), "FAIBLE: {", "▸FAIBLE: {"),
                "jeu_de_regles.besoin.seances_minimum_par_mois : il manque la clé « INCONNU » ; ajoutez-la",
                "jeu_de_regles.besoin.seances_minimum_par_mois.PRESSANT : clé inconnue ; clés possibles : FAIBLE,"
                        + " MOYEN, ELEVE, INCONNU");
        assertProblems(
                edited(SHIPPED, "critere: {valeur: ETUDES,", "critere: {valeur: MOIS_OUVERTS,")
                        .replaceFirst("niveaux:\n +", "$0▸"),
                "programmation.valeurs.HABITANTS.niveaux : il en faut de un à trois, et chacun une seule fois");
        assertProblems(
                edited(edited(SHIPPED, "montants: {valeur: HT,", "▸annees: {valeur: HT,"), "etude:", "▸etude:"),
                "reglement : il manque la clé « montants » ; ajoutez-la",
                "reglement.annees : la clé est en double ; n'en gardez qu'une");
    }

    @Test
    void refusesWeightsThatAreAllZeroNoScaleAndTwoYearsOfAnimation() {
        assertProblems(
                edited(SHIPPED, "USAGE:", "▸USAGE:").replaceAll("poids: \\{valeur: [0-9]+", "poids: {valeur: 0"),
                "jeu_de_regles.indicateurs : tous les poids sont nuls ; donnez-en un positif au moins");
        assertProblems(
                edited(SHIPPED, "- {valeur: 0.5, points: 0", "▸- {valeur: 0.5, points: 0")
                        .replaceFirst("        - \\{valeur: 1, points: 100,.*\n", ""),
                "jeu_de_regles.indicateurs.REGULARITE.echelle : l'échelle a moins de deux points ; ajoutez-en");
        assertProblems(
                SHIPPED.replaceFirst("echelle:\n(        - .*\n)+", "echelle: ▸3\n"),
                "jeu_de_regles.indicateurs.USAGE.echelle : une liste est attendue");
        assertProblems(
                SHIPPED.replaceFirst("    - taux: \\{valeur: 0.25,.*\n      plafond: .*\n", "")
                        .replaceFirst("(fonctionnement:\n +)-", "$1▸-"),
                "reglement.fonctionnement : 2 années sont données ; écrivez-en 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "# rien\n"})
    void refusesAnEmptyText(String text) {
        assertProblems("▸" + text, "le texte est vide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id: \"2017\ntitre: 3▸", "id: [1, 2▸", "▸a: \u0000", "a: \"b\"\nc: ▸]"})
    void refusesWhatIsNotYaml(String text) {
        assertProblems(text, "ce n'est pas du YAML lisible ; vérifiez les retraits, les guillemets et les deux-points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"▸bonjour", "▸- un\n- deux"})
    void refusesYamlThatIsNoBareme(String text) {
        assertProblems(text, "des clés et leurs valeurs sont attendues");
    }

    @Test
    void refusesWhatIsNoPlainData() {
        assertProblems(
                "id: ▸&a b\ntitre: ▸*a\n▸---\nid: ▸!!str c",
                "les ancres (&) et les renvois (*) ne sont pas admis ; un texte qui commence par ces signes s'écrit"
                        + " entre guillemets",
                "les ancres (&) et les renvois (*) ne sont pas admis ; un texte qui commence par ces signes s'écrit"
                        + " entre guillemets",
                "un autre document commence (---) ; un seul par fichier",
                "les types (!) ne sont pas admis ; un texte qui commence par ce signe s'écrit entre guillemets");
    }

    @Test
    void acceptsAnyBaremeWhoseNumbersMakeSense() {
        Bareme bareme = Baremes.read(
                SHIPPED.replace("seuil: {valeur: 50,", "seuil: {valeur: 40,").replace("AIDE,", "COUT,"));

        assertThat(bareme.jeuDeRegles().threshold()).isEqualTo(40);
        assertThat(bareme.reglement().plafondPorteSur()).isEqualTo(Reglement.PlafondPorteSur.COUT);
        assertThat(bareme.sha256()).isNotEqualTo(Baremes.load(Baremes.DEFAULT).sha256());
    }

    private static String edited(String text, String before, String after) {
        assertThat(text).contains(before);
        return text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after));
    }

    /** @param marked the text, with a mark where each problem begins */
    private static void assertProblems(String marked, String... told) {
        List<String> expected = new ArrayList<>();
        String text = marked;
        for (String problem : told) {
            int at = text.indexOf(MARK);
            String before = text.substring(0, at);
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            int column = at - before.lastIndexOf('\n');
            String where = problem.matches("[A-Za-z_.0-9\\[\\]]+ : .*") ? ", " : " : ";
            expected.add("ligne %d, colonne %d%s%s".formatted(line, column, where, problem));
            text = before + text.substring(at + MARK.length());
        }
        String read = text;

        InvalidYaml refusal = catchThrowableOfType(InvalidYaml.class, () -> Baremes.read(read));

        assertThat(refusal.problems()).extracting(TextProblem::toString).containsExactlyElementsOf(expected);
        assertThat(refusal)
                .hasMessage("Le barème ne peut pas être utilisé :\n  - " + String.join(".\n  - ", expected) + ".");
    }

    private static final List<Parameter> PARAMETERS = Parameters.of(Baremes.load("2017-05"));

    @Test
    void tellsEachNumberWithItsSource() {
        assertThat(PARAMETERS)
                .contains(
                        new Parameter("reglement.etude.taux", "0.80", "vuduchateau.com, novembre 2017"),
                        new Parameter("reglement.fonctionnement.2.plafond", "30000", "vuduchateau.com, novembre 2017"),
                        new Parameter("jeu_de_regles.seuil", "50", "choix du projet"),
                        new Parameter(
                                "jeu_de_regles.indicateurs.USAGE.echelle.4",
                                "0.28 → 100",
                                "deux fois Château-Thierry"));
    }

    @Test
    void leavesNoNumberOut() {
        long written = Baremes.load("2017-05")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> line.contains("source:"))
                .count();

        assertThat(PARAMETERS).hasSize(Math.toIntExact(written));
        assertThat(PARAMETERS).extracting(Parameter::path).doesNotHaveDuplicates();
    }

    @Test
    void tellsTheChoicesOfTheProjectFromWhatWasVoted() {
        assertThat(PARAMETERS)
                .filteredOn(Parameter::isChoiceOfTheProject)
                .extracting(Parameter::path)
                .contains("jeu_de_regles.seuil")
                .doesNotContain("reglement.etude.taux");
    }

    private static final Bareme VOTED = Baremes.load("2017-05");

    @Test
    void saysNothingOfTheSameValueWrittenOtherwise() {
        String other = VOTED.text()
                .replace(
                        "{valeur: 0.80, source: \"vuduchateau.com, novembre 2017\"}",
                        "{valeur: 0.8, source: \"autre\"}");

        assertThat(other).isNotEqualTo(VOTED.text());
        assertThat(BaremeDifference.between(VOTED, Baremes.read(other))).isEmpty();
    }

    @Test
    void tellsTheValuesOfTheIllustration() {
        assertThat(BaremeDifference.between(VOTED, Baremes.load("2018-01")))
                .contains(
                        new BaremeDifference("reglement.plafond_porte_sur", "AIDE", "COUT"),
                        new BaremeDifference("jeu_de_regles.seuil", "50", "45"))
                .hasSize(7);
    }

    @Test
    void tellsAPointThatOnlyOneScaleHas() {
        String longer = VOTED.text()
                .replace(
                        "        - {valeur: 0.28, points: 100,",
                        "        - {valeur: 0.20, points: 90, source: \"essai\"}\n"
                                + "        - {valeur: 0.28, points: 100,");

        assertThat(BaremeDifference.between(VOTED, Baremes.read(longer)))
                .containsExactly(
                        new BaremeDifference("jeu_de_regles.indicateurs.USAGE.echelle.4", "0.28 → 100", "0.20 → 90"),
                        new BaremeDifference("jeu_de_regles.indicateurs.USAGE.echelle.5", null, "0.28 → 100"));
    }
}
