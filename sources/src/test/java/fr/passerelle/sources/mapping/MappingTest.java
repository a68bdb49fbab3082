package fr.passerelle.sources.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.InvalidYaml.TextProblem;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
        registre: nord, nord, false, false
        registre: region, "", false, false
        continue: nord, nord, true, false
        continue: region, "", true, false
        "registre: nord\ncontinue: nord", nord, true, false
        previsions: oui, "", false, true
        """)
    void namesItsRegisterOrThatWhichItContinuesAndForecasts(
            String more, String register, boolean continues, boolean forecasts) {
        Mapping mapping = Mapping.parse(VISITS + more + "\n", "visites.yaml");

        assertThat(mapping.recipe().register()).isEqualTo(register);
        assertThat(mapping.recipe().continues()).isEqualTo(continues);
        assertThat(mapping.recipe().forecasts()).isEqualTo(forecasts);
    }

    @Test
    void hasOneRegisterAndTheCanonicalOneNone() {
        assertThat(problems(VISITS + "registre: nord\ncontinue: sud\n"))
                .extracting(TextProblem::path)
                .containsExactly("continue");
        assertThat(Mapping.CANONICAL.recipe().register()).isEmpty();
        assertThat(Mapping.CANONICAL.recipe().continues()).isFalse();
        assertThat(Mapping.CANONICAL.recipe().forecasts()).isFalse();
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
        Forms forms = mapping.recipe().forms("presences");
        assertThat(forms.dates()).containsExactly(Forms.DateForm.DAY_MONTH_YEAR);
        assertThat(forms.pivot()).isEqualTo(50);
        assertThat(forms.decimal()).isEqualTo(Forms.DecimalMark.COMMA);
        assertThat(forms.units()).containsExactly("%");
        assertThat(forms.coordinates()).isEqualTo(Forms.CoordinateSystem.LAMBERT_93);
        assertThat(forms.missing()).containsExactlyInAnyOrder("NA", "-");
        assertThat(mapping.recipe().forms("activite")).isEqualTo(Forms.UNDECLARED);
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

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        id_salle: ~ grain: {constante: MOIS}\\n  id_salle: ~ mois_en_colonnes ~ « grain »
        id_salle: ~ presences: Nb\\n  id_salle: ~ mois_en_colonnes ~ « presences »
        id_salle: ~ id_releve: Nb\\n  id_salle: ~ mois_en_colonnes ~ « id_releve »
        id_salle: ~ id_releve: {de: N, sinon: inconnu}\\n  id_salle: ~ colonnes.id_releve ~ identifie chaque ligne
        etat: {constante: OUVERT} ~ etat: {de: E, traduire: {FERME: OUVERT}} ~ colonnes.etat.traduire.FERME ~ veut déjà dire FERME
        AAAA-M ~ {Janv: 2016-13} ~ mois_en_colonnes.colonnes.Janv ~ n'est pas un mois
        table: frequentation ~ table: salles ~ mois_en_colonnes ~ table: frequentation
        """)
    void refusesLinesThatContradictEachOther(String line, String other, String path, String words) {
        assertProblem(VISITS.replace(line, other.replace("\\n", "\n")), path, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        admettre: {Library: avec Mme Canarinet} ~ admettre.Library ~ semble nommer
        registre: mme-dupont ~ registre ~ semble nommer quelqu'un
        registre: tel-0647115893 ~ registre ~ semble nommer quelqu'un
        periode: Mois ~ periode ~ ne va pas avec « mois_en_colonnes »
        periode: {constante: brumaire} ~ periode.constante ~ n'est pas une période
        periode: {de: Mois, grain: MENSUEL} ~ periode.grain ~ écrivez l'un de ces mots
        totaux: {colonne: Library, valeurs: ["*"]} ~ totaux.valeurs[1] ~ lignes ordinaires
        lecture: {separateur: ";", guillemet: ";"} ~ lecture.separateur ~ même signe
        nombres: {decimale: ","}\\ndates: [MM/DD/YYYY] ~ dates[1] ~ écrivez l'un de ces mots
        """)
    void refusesDirectivesThatContradictEachOther(String more, String path, String words) {
        assertProblem(VISITS + more.replace("\\n", "\n"), path, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        {de: A, constante: B} ~ `` ~ une seule de ces clés
        {constante: B, si_vide: C} ~ .si_vide ~ ne va pas avec
        {de: A, avec: "-"} ~ .avec ~ qu'avec « joindre »
        {de: A, sinon: garder} ~ .sinon ~ qu'avec « traduire »
        {de: A, couper: ","} ~ `` ~ vont ensemble
        {de: A, couper: ",", morceau: 3, sur: 2} ~ .sur ~ de 3 à 100
        {de: A, traduire: {B: "é é"}} ~ .traduire.B ~ ne va pas ici
        {de: A, traduire: {B: b, " B": c}} ~ .traduire. B ~ deux fois
        [A] ~ `` ~ écrivez le nom
        {cases: {A: X}} ~ .cases ~ qui est une liste
        {de: A, separer: ","} ~ .separer ~ qui est une liste
        {de: A, sinon: inconnu} ~ .sinon ~ valeur obligatoire
        {de: A, sinon: peut-être} ~ .sinon ~ rejet, garder, inconnu
        {de: A, prefixe: ""} ~ .prefixe ~ est vide
        {de: A, prefixe: UN-PREFIXE-BIEN-TROP-LONG} ~ .prefixe ~ 20
        {de: A, identifiant: majuscules} ~ .identifiant ~ oui, non
        {constante: B, prefixe: C} ~ .prefixe ~ ne va pas avec
        """)
    void refusesWhatACellCannotBecome(String formula, String path, String words) {
        assertProblem(VISITS.replace("id_salle: Library", "id_salle: " + formula), "colonnes.id_salle" + path, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        {cases: {A: PISCINE}} ~ cases.A ~ ne va pas ici
        {cases: {A: FABLAB}, traduire: {}} ~ traduire ~ avec « cases »
        {de: A, separer: ""} ~ separer ~ est vide
        {de: A, sinon: inconnu, si_vide: FABLAB} ~ sinon ~ « si_vide »
        """)
    void refusesWhatAListCannotBecome(String fonctions, String path, String words) {
        assertProblem("""
            mapping: lieux
            table: salles
            fichiers: ["*"]
            colonnes:
              id_salle: A
              nom: B
              code_insee: C
              gestion: {constante: REGION}
              fonctions: %s
            """.formatted(fonctions), "colonnes.fonctions." + path, words);
    }

    @Test
    void refusesWhatIsNoPlainData() {
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

    private static void assertProblem(String text, String path, String words) {
        assertThat(problems(text))
                .as(text)
                .anyMatch(problem ->
                        problem.path().equals(path) && problem.message().contains(words));
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
    void readsMonthsInLettersAsCellsDoAndNoneWithoutItsYear() {
        List<String> headers =
                List.of("Salle", "Janvier 2019", "FÉVR. 2019", "août-2019", "May 2020 [r]", "Total 2019");

        assertThat(MonthColumns.form(headers)).contains("MMMM AAAA");
        assertThat(MonthColumns.months("MMMM AAAA", headers)).containsExactlyElementsOf(headers.subList(1, 5));
        assertThat(MonthColumns.form(List.of("Salle", "Janvier", "Février", "Mars 19")))
                .isEmpty();
    }

    private static final Path ROOT = Path.of(System.getProperty("passerelle.root"));
    private static final String RIGHT = """
        mapping: x
        table: frequentation
        fichiers: ["*"]
        colonnes: {id_salle: Salle, activite: {constante: TOUTES}, etat: {constante: OUVERT}}
        mois_en_colonnes: {vers: presences, colonnes: AAAA-MM}
        """;

    private static final String ROOMS = """
        mapping: x
        table: salles
        fichiers: ["*"]
        colonnes: {id_salle: A, nom: B, code_insee: C, gestion: {constante: REGION}, %s}
        """;

    static Stream<Path> written() throws IOException {
        return Stream.concat(
                        Files.list(ROOT.resolve("sources/src/test/resources/registers")),
                        Files.list(ROOT.resolve("dev/demo/data/mappings")))
                .filter(file -> file.toString().endsWith(".yaml"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void takesTheMappingsThatTheReaderTakes(Path file) throws IOException {
        Mapping.read(file);

        assertThat(errors(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lecteur: {charset: UTF-8}", "lecture: {encodage: UTF-8}",
                "lecture: {entete: -1}", "totaux: {valeurs: [Total]}",
                "couverture: {du: 2016-13, au: 2017-01}", "previsions: peut-être",
                "registre: Le Nord", "continue: Le Nord",
                "additionner: peut-être", "coordonnees: LAMBERT",
                "ignorer: [{de: Note, multiligne: peut-être}]", "ignorer: [{multiligne: oui}]",
                "nombres: {decimale: ';'}", "siecle: 100",
                "admettre: [Intervenant]", "origine: {auteur: x}",
                "fonctions: {cases: {}, sinon: peut-être}", "fonctions: {cases: [A, B]}",
                "fonctions: {de: A, identifiant: majuscules}", "fonctions: {de: A, prefixes: B}",
                "fonctions: {de: A, separer: {b: c}}"
            })
    void refusesWhatTheReaderRefuses(String more) {
        String wrong = with(more);

        assertThatThrownBy(() -> Mapping.parse(wrong, "x.yaml")).isInstanceOf(InvalidYaml.class);
        assertThat(errors(wrong)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "couverture: {du: 2016-01, au: 2017-01}",
                "previsions: oui",
                "registre: nord",
                "continue: region",
                "additionner: oui",
                "admettre: {Intervenant: une association}",
                "ignorer: [Nom, {de: Note, multiligne: oui}]",
                "fonctions: {cases: {A: FABLAB, '#4': COWORKING}, sinon: inconnu, facultatif: oui}",
                "fonctions: {de: A, separer: [',', ' / '], traduire: {B: FABLAB, C: ''}, sinon: inconnu}",
                "fonctions: {de: A, sans_prefixe: 'F:', identifiant: oui, prefixe: F}"
            })
    void takesWhatTheReaderTakes(String more) {
        String right = with(more);

        Mapping.parse(right, "x.yaml");

        assertThat(errors(right)).isEmpty();
    }

    @Test
    void agreesWithTheReaderOnTheFormsOfMonths() {
        String letters = RIGHT.replace("AAAA-MM", "MMMM AAAA");
        String years = RIGHT.replace("AAAA-MM", "AAAA");

        Mapping.parse(letters, "x.yaml");

        assertThat(errors(letters)).isEmpty();
        assertThatThrownBy(() -> Mapping.parse(years, "x.yaml")).isInstanceOf(InvalidYaml.class);
        assertThat(errors(years)).isNotEmpty();
    }

    /** A right mapping with one thing more: a key of its own, or the formula of a column of lists. */
    private static String with(String more) {
        return more.startsWith("fonctions") ? ROOMS.formatted(more) : RIGHT + more + "\n";
    }

    private static List<?> errors(String yaml) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        JsonNode node = JsonMapper.shared().valueToTree(tree);
        return schema().validate(node);
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            Files.readString(ROOT.resolve("sources/src/main/resources/mapping/mapping.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final int SEEDS = 200;
    private static final TableSchema ATTENDANCE = TableSchema.FREQUENTATION;
    private static final String HEAD = "mapping: m\ntable: frequentation\nfichiers: [\"*\"]\n";

    @Test
    void makesOfTheIdentityWhatTheCanonicalReadingMakes() {
        Mapping identity = Mapping.parse(
                HEAD + "colonnes:\n"
                        + ATTENDANCE.header().stream()
                                .map(name -> "  %s: %s\n".formatted(name, name))
                                .collect(Collectors.joining()),
                "identity");
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<String> header = new ArrayList<>(ATTENDANCE.header());
            Collections.shuffle(header, random);
            RawRow head = row(1, header);
            RawRow record = row(2, header.stream().map(name -> text(random)).toList());

            assertThat(cells(identity.bind("f", head, ATTENDANCE).map(record)))
                    .as("seed %d", seed)
                    .isEqualTo(
                            cells(Mapping.CANONICAL.bind("f", head, ATTENDANCE).map(record)));
        }
    }

    @Test
    void keepsTheSumOfAllCellsFromWideToLong() {
        Mapping wide = Mapping.parse(HEAD + """
            colonnes: {id_salle: Salle, activite: {constante: JEUX}, etat: {constante: OUVERT}}
            mois_en_colonnes: {vers: presences, colonnes: AAAA-MM}
            vides: [NA]
            """, "wide");
        int presences = ATTENDANCE.header().indexOf("presences");
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<String> header = new ArrayList<>(List.of("Salle"));
            List<String> cells = new ArrayList<>(List.of("A"));
            long sum = 0;
            for (int month = 0; month < 1 + random.nextInt(40); month++) {
                header.add(YearMonth.of(2008, 4).plusMonths(month).toString());
                int count = random.nextInt(1000);
                String blank = random.nextBoolean() ? "" : "NA";
                boolean missing = random.nextInt(4) == 0;
                cells.add(missing ? blank : Integer.toString(count));
                sum += missing ? 0 : count;
            }

            assertThat(cells(wide.bind("f", row(1, header), ATTENDANCE).map(row(2, cells))).stream()
                            .mapToLong(row -> Long.parseLong(row.get(presences)))
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(sum);
        }
    }

    @Test
    void refusesBrokenMappingsAndHeadersWithASentenceOnly() {
        String whole = HEAD + """
            lecture: {charset: UTF-8, separateur: ";", entete: 1}
            colonnes:
              id_salle: {de: [Salle, Lieu], traduire: {A: b}, sinon: garder}
              activite: {joindre: [Type, Sorte], avec: "-", si_vide: JEUX}
              etat: {constante: OUVERT}
              presences: {de: Nb, couper: "/", morceau: 1, sur: libre}
            periode: {de: Mois, grain: MOIS}
            couverture: {du: 2016-01, au: 2016-12}
            totaux: {colonne: Salle, valeurs: ["Total*"]}
            ignorer: ["Nom*", ""]
            """;
        for (int seed = 0; seed < SEEDS * 5; seed++) {
            Random random = new Random(seed);
            try {
                Mapping mapping = Mapping.parse(broken(whole, random), "m");
                mapping.bind("f", row(1, header(random)), ATTENDANCE).map(row(2, header(random)));
            } catch (InvalidYaml | UnusableFile refused) {
                assertThat(refused).as("seed %d", seed).hasMessageContaining(" ");
            }
        }
    }

    private static String broken(String text, Random random) {
        StringBuilder broken = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(broken.length());
            String patch = List.of("", ":", "{", "}", "[", "\"", "&a", "*a", "!", "\n", "#", "-", "é", "\uD800", "\t")
                    .get(random.nextInt(15));
            broken.replace(from, Math.min(broken.length(), from + random.nextInt(6)), patch);
        }
        return broken.toString();
    }

    private static List<String> header(Random random) {
        List<String> header = new ArrayList<>(List.of("Salle", "Type", "Sorte", "Nb", "Mois", "Nom usager"));
        Collections.shuffle(header, random);
        return random.nextBoolean() ? header : header.subList(0, 5);
    }

    private static String text(Random random) {
        return List.of("", "A", "2016-01-31", "é\u00A0", "12,5", "MOIS", "#", "\uD835\uDD18")
                .get(random.nextInt(8));
    }

    private static RawRow row(long line, List<String> cells) {
        return new RawRow(line, 1, cells.toArray(String[]::new), cells.size(), new RawRow.Extent(0, 0), null);
    }

    private static List<List<String>> cells(Binding.MappedRecord mappedRecord) {
        return ((Binding.MappedRecord.Rows) mappedRecord)
                .rows().stream().map(List::of).toList();
    }
}
