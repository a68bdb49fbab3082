package fr.passerelle.sources.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader agree, on what is right and on what is wrong; and what holds of any mapping and any record. */
class MappingSchemaTest {

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
    private static final TableSchema ATTENDANCE = TableSchema.frequentation();
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

            Binding.MappedRecord mappedRecord =
                    identity.bind("f", head, ATTENDANCE).map(record);

            assertThat(cells(mappedRecord))
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

            Binding.MappedRecord mappedRecord =
                    wide.bind("f", row(1, header), ATTENDANCE).map(row(2, cells));

            assertThat(cells(mappedRecord).stream()
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
