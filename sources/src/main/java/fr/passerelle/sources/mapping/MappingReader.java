package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.schemas.yaml.Problems;
import fr.passerelle.schemas.yaml.Yaml;
import fr.passerelle.sources.table.Glob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From the text of a mapping to the mapping. What is wrong is gathered, not thrown at once. */
final class MappingReader {

    private static final Map<String, TableSchema> TABLES =
            TableSchema.all().stream().collect(Collectors.toMap(TableSchema::name, table -> table));
    private static final List<String> TABLE_NAMES =
            TableSchema.all().stream().map(TableSchema::name).toList();
    private static final List<String> ORIGIN = List.of("producteur", "licence", "adresse");

    /** A quoted text, which may hold a #, or a comment; the apostrophe of a word opens no quotes. */
    private static final Pattern QUOTED_OR_COMMENT = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(\"[^\"\\\\\\v]*+(?:\\\\.[^\"\\\\\\v]*+)*+\"|'[^'\\v]*+')|(?<!\\S)#[^\\n\\r]*+");

    private final String text;
    private final Branch root;

    private MappingReader(String text, Branch root) {
        this.text = text;
        this.root = root;
    }

    static Mapping read(String text, String name) {
        Problems problems = new Problems();
        Branch root = Yaml.parse(text, problems);
        Mapping mapping = root == null ? null : new MappingReader(text, root).mapping();
        if (mapping == null || !problems.none()) {
            throw new InvalidYaml("Le mapping « " + name + " »", problems.list());
        }
        return mapping;
    }

    private @Nullable Mapping mapping() {
        MappingDescription about = about();
        TableSchema schema = TABLES.get(about.table());
        ReadingReader reading = ReadingReader.of(root.branch("lecture"));
        Recipe recipe = new RecipeReader(root, schema).recipe();
        root.end();
        return schema == null
                ? null
                : new Mapping(
                        withoutComments(text),
                        reading.reading().of(recipe::names),
                        about,
                        reading.headerLine(),
                        recipe);
    }

    /** Runs keep the text of their mappings, and a comment may show a header of the file. */
    private static String withoutComments(String text) {
        String kept = QUOTED_OR_COMMENT.matcher(text).replaceAll("$1");
        return kept.lines()
                        .map(String::stripTrailing)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private MappingDescription about() {
        return new MappingDescription(
                Slug.read(root.required("mapping")), table(), words("titre"), origin(root.branch("origine")), files());
    }

    private String table() {
        Leaf table = root.required("table");
        return table != null && table.oneOf(TABLE_NAMES) ? table.text() : "";
    }

    private String words(String key) {
        Leaf leaf = root.leaf(key);
        return leaf == null ? "" : ofNobody(leaf);
    }

    /** Runs keep the text of their mappings. */
    private static String ofNobody(Leaf leaf) {
        if (PersonMask.hides(leaf.text())) {
            leaf.problem("semble nommer quelqu'un ; dites-le sans personne");
        }
        return leaf.text();
    }

    private static Map<String, String> origin(@Nullable Branch branch) {
        Map<String, String> origin = new LinkedHashMap<>();
        if (branch != null) {
            for (String key : ORIGIN) {
                Leaf leaf = branch.leaf(key);
                if (leaf != null) {
                    origin.put(key, ofNobody(leaf));
                }
            }
            branch.end();
        }
        return origin;
    }

    private List<Glob> files() {
        List<Leaf> files = root.leaves("fichiers");
        if (files.isEmpty()) {
            root.problem("il manque la clé « fichiers » ; ajoutez-y la forme du nom des fichiers, par exemple"
                    + " [\"visites-*.csv\"]");
        }
        files.forEach(MappingReader::checkFileName);
        return files.stream().map(leaf -> Glob.fileName(leaf.text())).toList();
    }

    static void checkFileName(Leaf leaf) {
        if (leaf.text().isBlank() || leaf.text().matches(".*[/\\\\\\[\\]{}].*")) {
            leaf.problem(
                    "« %s » n'est pas une forme de nom de fichier ; écrivez un nom sans dossier, où * remplace plusieurs caractères et ? un seul"
                            .formatted(leaf.text()));
        }
    }
}
