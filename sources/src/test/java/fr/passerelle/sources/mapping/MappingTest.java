package fr.passerelle.sources.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.InvalidYaml.TextProblem;
import fr.passerelle.sources.cell.Forms;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {

    private static final String VISITS = """
        mapping: newcastle-visites
        table: frequentation
        titre: Visites mensuelles
        origine: {producteur: Newcastle, licence: domaine public}
        fichiers: ["*monthly-visits.csv"]
        colonnes:
          id_salle: Library
          activite: {constante: ACCES_LIBRE}
          etat: {constante: OUVERT}
        mois_en_colonnes: {vers: presences, colonnes: AAAA-M}
        """;

    @Test
    void saysWhatASourceIs() {
        Mapping mapping = Mapping.parse(VISITS, "visites.yaml");

        assertThat(mapping.name()).isEqualTo("newcastle-visites");
        assertThat(mapping.table()).isEqualTo("frequentation");
        assertThat(mapping.takes("2008-onwards-MONTHLY-visits.csv")).isTrue();
        assertThat(mapping.takes("monthly-visits.xlsx")).isFalse();
        assertThat(mapping.text()).isEqualTo(VISITS);
    }

    /** Runs keep its text, and a remark may show a header of the file. */
    @Test
    void keepsItsTextWithoutRemarks() {
        String text = VISITS.replace("mensuelles", "d'un mois") + "ignorer: [\"Nb # 1\", 'L''an # 2']\n";
        String remarked = text.replace("d'un mois", "d'un mois # « Total »").replace("# 2']", "# 2'] # « Total »");

        assertThat(Mapping.parse("# Relevés\n" + remarked, "visites.yaml").text())
                .isEqualTo(text);
    }

    @Test
    void refusesAColumnThatIsBothUsedAndIgnored() {
        String joined = VISITS.replace("Library", "{joindre: [Library, Branch], avec: -}");

        assertProblem(joined + "ignorer: [Branch]\n", "ignorer", "« Branch » est aussi dans « colonnes »");
        assertProblem(VISITS + "ignorer: [{de: Library}]\n", "ignorer", "« Library » est aussi");
        Mapping.parse(VISITS + "ignorer: [\"*\", \"Library ?\"]\n", "visites.yaml");
    }

    @Test
    void namesItsRegister() {
        assertThat(Mapping.parse(VISITS + "registre: nord\n", "visites.yaml").register())
                .isEqualTo("nord");
        assertThat(Mapping.parse(VISITS, "visites.yaml").register()).isEmpty();
        assertThat(Mapping.CANONICAL.register()).isEmpty();
    }

    @Test
    void namesTheRegisterThatItContinues() {
        Mapping mapping = Mapping.parse(VISITS + "continue: nord\n", "visites.yaml");

        assertThat(mapping.register()).isEqualTo("nord");
        assertThat(mapping.continues()).isTrue();
        assertThat(Mapping.parse(VISITS + "registre: nord\n", "visites.yaml").continues())
                .isFalse();
        assertThat(Mapping.CANONICAL.continues()).isFalse();
    }

    @Test
    void refusesAFileThatNamesSomebodyEvenInARemark(@TempDir Path folder) throws IOException {
        for (String text : List.of(
                VISITS.replace("Visites mensuelles", "Saisies de Mme Dupont"),
                VISITS.replace("Newcastle,", "a.b@exemple.fr,"),
                VISITS + "# rappeler le 0647115893\n")) {
            Path file = Files.writeString(folder.resolve("m.yaml"), text);

            assertThat(message(file)).contains("ligne ", "semble nommer quelqu'un");
        }
    }

    @Test
    void refusesANameThatIsSomebodys() {
        assertProblem(VISITS + "registre: mme-dupont\n", "registre", "semble nommer quelqu'un");
        assertProblem(VISITS + "registre: tel-0647115893\n", "registre", "semble nommer quelqu'un");
    }

    @Test
    void namesTheRegionsOwnRegister() {
        assertThat(Mapping.parse(VISITS + "registre: region\n", "visites.yaml").register())
                .isEmpty();
        Mapping mapping = Mapping.parse(VISITS + "continue: region\n", "visites.yaml");
        assertThat(mapping.register()).isEmpty();
        assertThat(mapping.continues()).isTrue();
    }

    @Test
    void hasOneRegister() {
        assertThat(Mapping.parse(VISITS + "registre: nord\ncontinue: nord\n", "visites.yaml")
                        .register())
                .isEqualTo("nord");
        assertThat(problems(VISITS + "registre: nord\ncontinue: sud\n"))
                .extracting(TextProblem::path)
                .containsExactly("continue");
    }

    @Test
    void declaresForecasts() {
        assertThat(Mapping.parse(VISITS + "previsions: oui\n", "visites.yaml").forecasts())
                .isTrue();
        assertThat(Mapping.parse(VISITS, "visites.yaml").forecasts()).isFalse();
        assertThat(Mapping.CANONICAL.forecasts()).isFalse();
    }

    @Test
    void saysHowAFileIsRead() {
        Mapping mapping = Mapping.parse(VISITS + """
            lecture: {charset: windows-1252, separateur: tabulation, guillemet: "'", echappement: '\\', feuille: Feuil1, fichier: "*.csv"}
            dates: [JJ/MM/AAAA]
            siecle: 50
            nombres: {decimale: ",", unites: ["%"]}
            coordonnees: LAMBERT-93
            vides: ["NA", "-"]
            """, "visites.yaml");

        assertThat(mapping.reading().charset()).isEqualTo("windows-1252");
        assertThat(mapping.reading().separator()).isEqualTo('\t');
        assertThat(mapping.reading().escape()).isEqualTo('\\');
        assertThat(mapping.reading().sheet()).isEqualTo("Feuil1");
        Forms forms = mapping.forms("presences");
        assertThat(forms.dates()).containsExactly(Forms.DateForm.DAY_MONTH_YEAR);
        assertThat(forms.pivot()).isEqualTo(50);
        assertThat(forms.decimal()).isEqualTo(Forms.DecimalMark.COMMA);
        assertThat(forms.units()).containsExactly("%");
        assertThat(forms.coordinates()).isEqualTo(Forms.CoordinateSystem.LAMBERT_93);
        assertThat(forms.missing()).containsExactlyInAnyOrder("NA", "-");
        assertThat(mapping.forms("activite")).isEqualTo(Forms.UNDECLARED);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        List<TextProblem> problems = problems("""
            mapping: Visites 2016
            table: frequentation
            fichers: ["*.csv"]
            fichiers: ["données/*.csv"]
            lecture: {charset: latin-9000, separateur: ";;", entete: -1}
            colonnes:
              id_sale: Library
              grain: {constante: MENSUEL}
              activite: {de: Type, constante: JEUX}
            couverture: {du: 2017-10, au: 2016-01}
            """);

        assertThat(problems)
                .extracting(TextProblem::line, TextProblem::column, TextProblem::path)
                .containsExactly(
                        tuple(1, 10, "mapping"),
                        tuple(3, 1, "fichers"),
                        tuple(4, 12, "fichiers[1]"),
                        tuple(5, 20, "lecture.charset"),
                        tuple(5, 44, "lecture.separateur"),
                        tuple(5, 58, "lecture.entete"),
                        tuple(6, 1, "colonnes"),
                        tuple(7, 3, "colonnes.id_sale"),
                        tuple(8, 22, "colonnes.grain.constante"),
                        tuple(9, 13, "colonnes.activite"),
                        tuple(10, 27, "couverture.au"));
        assertThat(problems)
                .extracting(TextProblem::message)
                .anyMatch(message -> message.contains("vouliez-vous dire « fichiers » ?"))
                .anyMatch(message -> message.contains("vouliez-vous dire « id_salle » ?"));
    }

    @Test
    void saysWhatElseIsWrongWhereTheTableIsUnknown() {
        assertThat(problems(VISITS.replace("frequentation", "frequentatoin") + """
            siecle: 100
            previsions: peut-être
            fichers: []
            """))
                .extracting(TextProblem::line, TextProblem::column, TextProblem::path)
                .containsExactly(
                        tuple(2, 8, "table"), tuple(11, 9, "siecle"),
                        tuple(12, 13, "previsions"), tuple(13, 1, "fichers"));
    }

    @Test
    void refusesDirectivesThatContradictEachOther() {
        assertProblem(
                VISITS.replace("id_salle:", "grain: {constante: MOIS}\n  id_salle:"), "mois_en_colonnes", "« grain »");
        assertProblem(VISITS.replace("id_salle:", "presences: Nb\n  id_salle:"), "mois_en_colonnes", "« presences »");
        assertProblem(VISITS.replace("id_salle:", "id_releve: Nb\n  id_salle:"), "mois_en_colonnes", "« id_releve »");
        assertProblem(VISITS + "admettre: {Library: avec Mme Canarinet}", "admettre.Library", "semble nommer");
        assertProblem(VISITS + "periode: Mois", "periode", "ne va pas avec « mois_en_colonnes »");
        assertProblem(VISITS + "periode: {constante: brumaire}", "periode.constante", "n'est pas une période");
        assertProblem(VISITS + "periode: {de: Mois, grain: MENSUEL}", "periode.grain", "écrivez l'un de ces mots");
        assertProblem(formula("{de: A, constante: B}"), "colonnes.id_salle", "une seule de ces clés");
        assertProblem(formula("{constante: B, si_vide: C}"), "colonnes.id_salle.si_vide", "ne va pas avec");
        assertProblem(formula("{de: A, avec: \"-\"}"), "colonnes.id_salle.avec", "qu'avec « joindre »");
        assertProblem(formula("{de: A, sinon: garder}"), "colonnes.id_salle.sinon", "qu'avec « traduire »");
        assertProblem(formula("{de: A, couper: \",\"}"), "colonnes.id_salle", "vont ensemble");
        assertProblem(formula("{de: A, couper: \",\", morceau: 3, sur: 2}"), "colonnes.id_salle.sur", "de 3 à 100");
        assertProblem(formula("{de: A, traduire: {B: \"é é\"}}"), "colonnes.id_salle.traduire.B", "ne va pas ici");
        assertProblem(
                VISITS.replace("etat: {constante: OUVERT}", "etat: {de: E, traduire: {FERME: OUVERT}}"),
                "colonnes.etat.traduire.FERME",
                "veut déjà dire FERME");
        assertProblem(formula("{de: A, traduire: {B: b, \" B\": c}}"), "colonnes.id_salle.traduire. B", "deux fois");
        assertProblem(formula("[A]"), "colonnes.id_salle", "écrivez le nom");
        assertProblem(
                VISITS + "totaux: {colonne: Library, valeurs: [\"*\"]}", "totaux.valeurs[1]", "lignes ordinaires");
        assertProblem(VISITS + "lecture: {separateur: \";\", guillemet: \";\"}", "lecture.separateur", "même signe");
        assertProblem(
                VISITS.replace("AAAA-M", "{Janv: 2016-13}"), "mois_en_colonnes.colonnes.Janv", "n'est pas un mois");
        assertProblem(
                VISITS.replace("table: frequentation", "table: salles"), "mois_en_colonnes", "table: frequentation");
        assertProblem(
                VISITS + "nombres: {decimale: \",\"}\ndates: [MM/DD/YYYY]", "dates[1]", "écrivez l'un de ces mots");
    }

    @Test
    void refusesWhatACellCannotBecome() {
        assertProblem(formula("{cases: {A: X}}"), "colonnes.id_salle.cases", "qui est une liste");
        assertProblem(formula("{de: A, separer: \",\"}"), "colonnes.id_salle.separer", "qui est une liste");
        assertProblem(formula("{de: A, sinon: inconnu}"), "colonnes.id_salle.sinon", "valeur obligatoire");
        assertProblem(formula("{de: A, sinon: peut-être}"), "colonnes.id_salle.sinon", "rejet, garder, inconnu");
        assertProblem(formula("{de: A, prefixe: \"\"}"), "colonnes.id_salle.prefixe", "est vide");
        assertProblem(formula("{de: A, prefixe: UN-PREFIXE-BIEN-TROP-LONG}"), "colonnes.id_salle.prefixe", "20");
        assertProblem(formula("{de: A, identifiant: majuscules}"), "colonnes.id_salle.identifiant", "oui, non");
        assertProblem(formula("{constante: B, prefixe: C}"), "colonnes.id_salle.prefixe", "ne va pas avec");
        assertProblem(
                VISITS.replace("id_salle:", "id_releve: {de: N, sinon: inconnu}\n  id_salle:"),
                "colonnes.id_releve",
                "identifie chaque ligne");
        assertProblem(room("{cases: {A: PISCINE}}"), "colonnes.fonctions.cases.A", "ne va pas ici");
        assertProblem(room("{cases: {A: FABLAB}, traduire: {}}"), "colonnes.fonctions.traduire", "avec « cases »");
        assertProblem(room("{de: A, separer: \"\"}"), "colonnes.fonctions.separer", "est vide");
        assertProblem(room("{de: A, sinon: inconnu, si_vide: FABLAB}"), "colonnes.fonctions.sinon", "« si_vide »");
    }

    private static String room(String fonctions) {
        return """
            mapping: lieux
            table: salles
            fichiers: ["*"]
            colonnes:
              id_salle: A
              nom: B
              code_insee: C
              gestion: {constante: REGION}
              fonctions: %s
            """.formatted(fonctions);
    }

    @Test
    void refusesWhatIsNoPlainData() {
        assertProblem("", "", "le texte est vide");
        assertProblem("- a", "", "des clés et leurs valeurs");
        assertProblem("a: [", "", "YAML lisible");
        assertProblem("a: &x b\nc: *x", "", "ancres");
        assertProblem("a: !!str b", "", "types");
        assertProblem("a: b\n---\nc: d", "", "un autre document");
        assertProblem("a: " + "[".repeat(5000), "", "emboîtées");
        assertProblem(VISITS + "table: salles", "table", "en double");
        assertProblem(VISITS + "? [a]\n: b\n", "", "une clé n'est pas un mot");
    }

    @Test
    void refusesFilesThatAreNoMapping(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("m.yaml");
        assertThat(message(file)).contains("« m.yaml »").contains("n'existe pas");
        assertThat(message(directory)).contains("ne peut pas être lu");
        Files.writeString(file, VISITS.replace("Visites", "Fréquentation"), Charset.forName("windows-1252"));
        assertThat(message(file)).contains("n'est pas en UTF-8");
        Files.writeString(file, "#".repeat(300_000));
        assertThat(message(file)).contains("dépasse 256 Kio");
        Files.writeString(file, "\uFEFF" + VISITS);
        assertThat(Mapping.read(file).name()).isEqualTo("newcastle-visites");
    }

    private static String formula(String formula) {
        return VISITS.replace("id_salle: Library", "id_salle: " + formula);
    }

    private static void assertProblem(String text, String path, String words) {
        assertThat(problems(text))
                .as(text)
                .anyMatch(problem -> words == null
                        || (problem.path().equals(path) && problem.message().contains(words)));
    }

    private static List<TextProblem> problems(String text) {
        InvalidYaml refused = catchThrowableOfType(InvalidYaml.class, () -> Mapping.parse(text, "m.yaml"));
        assertThat(refused).as(text).isNotNull();
        return refused.problems();
    }

    private static String message(Path file) {
        return String.valueOf(catchThrowableOfType(InvalidYaml.class, () -> Mapping.read(file))
                .getMessage());
    }

    @Test
    void readsMonthsInLettersAsCellsDo() {
        List<String> headers =
                List.of("Salle", "Janvier 2019", "FÉVR. 2019", "août-2019", "May 2020 [r]", "Total 2019");

        assertThat(MonthColumns.form(headers)).contains("MMMM AAAA");
        assertThat(MonthColumns.months("MMMM AAAA", headers)).containsExactlyElementsOf(headers.subList(1, 5));
    }

    @Test
    void readsNoMonthWithoutItsYear() {
        assertThat(MonthColumns.form(List.of("Salle", "Janvier", "Février", "Mars 19")))
                .isEmpty();
    }
}
