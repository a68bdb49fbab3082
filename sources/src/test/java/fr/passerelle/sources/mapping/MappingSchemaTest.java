package fr.passerelle.sources.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.passerelle.schemas.yaml.InvalidYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader agree, on what is right and on what is wrong. */
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
}
