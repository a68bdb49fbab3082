package fr.passerelle.schemas.bareme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each case edits the shipped barème in one place, and expects that place's line and the reason. */
class BaremeReaderTest {

    private static final String SHIPPED = Baremes.load(Baremes.DEFAULT).text();

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        fablab_surface_m2:  ~  fablab_m2:  ~  « fonctions » n'a pas la clé « fablab_surface_m2 »  ~  coworking_surface_m2
        base: {valeur: 30000,  ~  bases: {valeur: 30000,  ~  « investissement » n'a pas la clé « base »  ~  taux: {valeur: 0.50,
        recettes_deduites: {valeur: false, source: "choix du projet"}  ~  recettes_deduites: {valeur: false}  ~  « recettes_deduites » n'a pas de source : ajouter la clé « source »  ~
        recettes_deduites: {valeur: false, source: "choix du projet"}  ~  recettes_deduites: {valeur: false, source: " "}  ~  « source » est vide  ~
        seuil: {valeur: 50, source: "choix du projet"}  ~  seuil: 50  ~  « seuil » n'a pas de source : écrire {valeur: …, source: "…"}  ~
        - {valeur: 0.046, points: 50, source:  ~  - {valeur: 0.046, points: 50, origine:  ~  « echelle » n'a pas de source : ajouter la clé « source »  ~
        seuil: {valeur: 50,  ~  seuil: {valeur: cinquante,  ~  « seuil » vaut « cinquante » : il faut un nombre  ~
        seuil: {valeur: 50,  ~  seuil: {valeur: "50",  ~  « seuil » vaut « 50 » : il faut un nombre  ~
        seuil: {valeur: 50,  ~  seuil: {valeur: 50.5,  ~  « seuil » vaut 50.5 : il faut un entier  ~
        seuil: {valeur: 50,  ~  seuil: {valeur: 101,  ~  « seuil » vaut 101 : il faut un nombre entre 0 et 100  ~
        seuil: {valeur: 50,  ~  seuil: {valeur: [50],  ~  « valeur » doit être une seule valeur  ~
        etude_prealable: {valeur: false,  ~  etude_prealable: {valeur: non,  ~  « etude_prealable » vaut « non » : il faut true ou false  ~
        annees: {valeur: CONVENTION,  ~  annees: {valeur: GLISSANTE,  ~  « annees » vaut « GLISSANTE » : il faut CONVENTION, CIVILE  ~
        en_vigueur: 2017-05-01  ~  en_vigueur: mai 2017  ~  « en_vigueur » vaut « mai 2017 » : il faut une date AAAA-MM-JJ  ~
        id: "2017-05"  ~  id: "../2017"  ~  « id » vaut « ../2017 » : lettres, chiffres, point et tirets seulement  ~
        titre: "Picardie en ligne vers tiers lieux numériques, mai 2017"  ~  titre: ""  ~  « titre » est vide  ~
        taux: {valeur: 0.80,  ~  taux: {valeur: 80,  ~  « taux » vaut 80 : il faut un nombre entre 0 et 1  ~
        taux: {valeur: 0.80,  ~  taux: {valeur: -0.8,  ~  « taux » vaut -0.8 : il faut un nombre entre 0 et 1  ~
        taux: {valeur: 0.80,  ~  taux: {valeur: 0.80001,  ~  « taux » vaut 0.80001 : au plus 4 décimales  ~
        part_observee_minimale: {valeur: 0.5,  ~  part_observee_minimale: {valeur: 1.5,  ~  « part_observee_minimale » vaut 1.5 : il faut un nombre entre 0 et 1  ~
        plafond: {valeur: 10000,  ~  plafond: {valeur: -10000,  ~  « plafond » vaut -10000 : il faut un nombre entre 0 et 999999999.99  ~
        plafond: {valeur: 10000,  ~  plafond: {valeur: 10000.005,  ~  « plafond » vaut 10000.005 : au plus 2 décimales  ~
        poids: {valeur: 40,  ~  poids: {valeur: -40,  ~  « poids » vaut -40 : il faut un nombre entre 0 et 1000  ~
        - {valeur: 0.142,  ~  - {valeur: 0.046,  ~  « valeur » vaut 0.046 : une échelle est strictement croissante (après 0.046)  ~
        - {valeur: -0.17,  ~  - {valeur: -0.40,  ~  « valeur » vaut -0.40 : une échelle est strictement croissante (après -0.38)  ~
        points: 80, source: "Château  ~  points: 120, source: "Château  ~  « points » vaut 120 : il faut un nombre entre 0 et 100  ~
        points: 80, source: "Château  ~  points: -1, source: "Château  ~  « points » vaut -1 : il faut un nombre entre 0 et 100  ~
        points: 80, source: "Château  ~  points: 40, source: "Château  ~  « points » vaut 40 : les points ne baissent pas quand la valeur monte  ~
        eleve_a_partir_de: {valeur: 19.8,  ~  eleve_a_partir_de: {valeur: 17.1,  ~  « eleve_a_partir_de » vaut 17.1 : il faut plus que « moyen_a_partir_de » (17.1)  ~
        INCONNU: {valeur: 1,  ~  PRESSANT: {valeur: 1,  ~  « seances_minimum_par_mois » vaut « PRESSANT » : il faut FAIBLE, MOYEN, ELEVE, INCONNU  ~
        tiers_lieux_maximum: {valeur: 1,  ~  tiers_lieux_maximum: {valeur: 2,  ~  « tiers_lieux_maximum » vaut 2 : il faut un nombre entre 0 et 1  ~
        montants: {valeur: HT, source:  ~  annees: {valeur: HT, source:  ~  la clé « annees » est en double  ~
        montants: {valeur: HT, source:  ~  montants: {valeur: HT, source  ~  « montants » n'a pas de source : ajouter la clé « source »  ~
        montants: {valeur: HT, source: "choix du projet"}  ~  montants: [HT]  ~  « montants » doit être une liste de clés et de valeurs  ~
        """)
    void refusesAnIncoherentBaremeByLineAndReason(String before, String after, String reason, @Nullable String anchor) {
        int line = lineOf(anchor == null ? before.strip() : anchor);

        InvalidBareme refusal = refusal(SHIPPED.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal).hasMessage("Barème refusé, ligne " + line + " : " + reason);
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        InvalidBareme refusal =
                refusal(SHIPPED.replace("  seuil: {", "  seuil_bas: {valeur: 40, source: \"essai\"}\n  seuil: {"));

        assertThat(refusal.reason()).isEqualTo("clé inconnue « seuil_bas » dans « jeu_de_regles »");
        assertThat(refusal.line()).isEqualTo(lineOf("seuil:"));
    }

    @Test
    void refusesAKeyThatIsNoWord() {
        InvalidBareme refusal = refusal("? [id, titre]\n: \"2017-05\"\n");

        assertThat(refusal.reason()).isEqualTo("une clé de « barème » n'est pas un mot");
        assertThat(refusal.line()).isEqualTo(1);
    }

    @Test
    void refusesWeightsThatAreAllZero() {
        InvalidBareme refusal = refusal(SHIPPED.replaceAll("poids: \\{valeur: [0-9]+", "poids: {valeur: 0"));

        assertThat(refusal.reason())
                .isEqualTo("« indicateurs » n'a que des poids nuls : un au moins doit être positif");
        assertThat(refusal.line()).isEqualTo(lineOf("indicateurs:") + 1);
    }

    @Test
    void refusesAnIndicatorThatIsMissing() {
        InvalidBareme refusal = refusal(SHIPPED.replaceFirst("(?s)    INSCRITS:.*?(?=  besoin:)", ""));

        assertThat(refusal.reason()).isEqualTo("« indicateurs » n'a pas la clé « INSCRITS »");
    }

    @Test
    void refusesAScaleOfOnePoint() {
        InvalidBareme refusal = refusal(SHIPPED.replaceFirst("        - \\{valeur: 1, points: 100,.*\n", ""));

        assertThat(refusal.reason()).isEqualTo("« REGULARITE » a une échelle de moins de deux points");
        assertThat(refusal.line()).isEqualTo(lineOf("REGULARITE:") + 1);
    }

    @Test
    void refusesAScaleThatIsNoList() {
        InvalidBareme refusal = refusal(SHIPPED.replaceFirst("echelle:\n(        - .*\n)+", "echelle: 3\n"));

        assertThat(refusal.reason()).isEqualTo("« echelle » doit être une liste");
    }

    @Test
    void refusesTwoYearsOfAnimation() {
        InvalidBareme refusal =
                refusal(SHIPPED.replaceFirst("    - taux: \\{valeur: 0.25,.*\n      plafond: .*\n", ""));

        assertThat(refusal.reason()).isEqualTo("« reglement » donne 2 années de fonctionnement : il en faut 3");
        assertThat(refusal.line()).isEqualTo(lineOf("reglement:") + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "# rien\n"})
    void refusesAnEmptyText(String text) {
        assertThat(refusal(text).reason()).isEqualTo("le texte est vide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id: \"2017\ntitre: 3", "id: [1, 2", "a: 1\n--- \nb: 2", "a: \u0000"})
    void refusesWhatIsNotYaml(String text) {
        assertThat(refusal(text).reason()).isEqualTo("ce n'est pas du YAML lisible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bonjour", "- un\n- deux"})
    void refusesYamlThatIsNoBareme(String text) {
        assertThat(refusal(text).reason()).isEqualTo("« barème » doit être une liste de clés et de valeurs");
    }

    @Test
    void namesTheLineOfASyntaxError() {
        assertThat(refusal("id: \"a\"\ntitre: \"b\"\nreglement: ]").line()).isEqualTo(3);
    }

    @Test
    void acceptsAnyBaremeWhoseNumbersMakeSense() {
        String other =
                SHIPPED.replace("seuil: {valeur: 50,", "seuil: {valeur: 40,").replace("AIDE,", "COUT,");

        Bareme bareme = Baremes.read(other);

        assertThat(bareme.jeuDeRegles().threshold()).isEqualTo(40);
        assertThat(bareme.reglement().plafondPorteSur()).isEqualTo(Reglement.PlafondPorteSur.COUT);
        assertThat(bareme.sha256()).isNotEqualTo(Baremes.load(Baremes.DEFAULT).sha256());
    }

    private static InvalidBareme refusal(String text) {
        return catchThrowableOfType(InvalidBareme.class, () -> Baremes.read(text));
    }

    private static int lineOf(String text) {
        int at = SHIPPED.indexOf(text);
        assertThat(at).as("the shipped barème says %s", text).isNotNegative();
        return (int) SHIPPED.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
