package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.PersonColumns.PersonIds;
import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.person.PersonMask.PersonLines;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.InvalidYaml.Problems;
import fr.passerelle.schemas.yaml.InvalidYaml.TextProblem;
import fr.passerelle.schemas.yaml.Tree.Branch;
import fr.passerelle.schemas.yaml.Tree.Leaf;
import fr.passerelle.schemas.yaml.Yaml;
import fr.passerelle.sources.table.Codings;
import fr.passerelle.sources.table.Glob;
import fr.passerelle.sources.table.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From the text of a mapping to the mapping. What is wrong is gathered, not thrown at once. */
record MappingReader(String text, Branch root) {
    static final int MAX_BYTES = 256 * 1024;
    private static final String TAB = "tabulation";
    private static final String FORM = "[a-z0-9][a-z0-9-]{0,59}";

    private static final Map<String, TableSchema> TABLES =
            TableSchema.all().stream().collect(Collectors.toMap(TableSchema::name, table -> table));
    private static final List<String> TABLE_NAMES =
            TableSchema.all().stream().map(TableSchema::name).toList();
    private static final List<String> ORIGIN = List.of("producteur", "licence", "adresse");

    /** A quoted text, which may hold a #, or a comment; the apostrophe of a word opens no quotes. */
    private static final Pattern QUOTED_OR_COMMENT = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(\"[^\"\\\\\\v]*+(?:\\\\.[^\"\\\\\\v]*+)*+\"|'[^'\\v]*+')|(?<!\\S)#[^\\n\\r]*+");

    static Mapping read(String text, String name) {
        Problems problems = new Problems();
        Branch root = Yaml.parse(text, problems);
        Mapping mapping = root == null ? null : new MappingReader(text, root).mapping();
        if (mapping == null || !problems.none()) {
            throw new InvalidYaml(called(name), problems.list());
        }
        return mapping;
    }

    private @Nullable Mapping mapping() {
        String name = slug(root.required("mapping"));
        Leaf told = root.required("table");
        String table = told != null && told.oneOf(TABLE_NAMES) ? told.text() : "";
        requireNobody();
        List<Glob> files = files();
        Branch branch = root.branch("lecture");
        Reading reading = branch == null ? Reading.UNDECLARED : reading(branch);
        int headerLine = branch == null ? HeaderSearch.FIND : headerLine(branch);
        TableSchema schema = TABLES.get(table);
        Recipe recipe = new RecipeReader(root, schema).recipe();
        root.end();
        return schema == null
                ? null
                : new Mapping(withoutComments(text), name, table, files, reading.of(recipe::names), headerLine, recipe);
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

    /** What a mapping says of its source for people alone: runs keep its text. */
    private void requireNobody() {
        requireNobody(root.leaf("titre"));
        Branch origin = root.branch("origine");
        if (origin != null) {
            ORIGIN.forEach(key -> requireNobody(origin.leaf(key)));
            origin.end();
        }
    }

    private static void requireNobody(@Nullable Leaf leaf) {
        if (leaf != null && PersonMask.hides(leaf.text())) {
            leaf.problem("semble nommer quelqu'un ; dites-le sans personne");
        }
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

    /** The name, even where it is not possible, which is then said; empty for none. */
    static String slug(@Nullable Leaf leaf) {
        if (leaf == null) {
            return "";
        }
        if (!leaf.text().matches(FORM)) {
            leaf.problem(
                    "« %s » n'est pas possible ; écrivez des minuscules sans accent, des chiffres et des tirets, 60 au plus"
                            .formatted(leaf.text()));
        } else if (PersonIds.isSomebody(leaf.text())) {
            leaf.problem("semble nommer quelqu'un ; écrivez un nom qui ne soit celui de personne");
        }
        return leaf.text();
    }

    static Mapping readFile(Path file) {
        String name = String.valueOf(file.getFileName());
        return Mapping.parse(PersonLines.requireNobodyInRemarks(called(name), text(file, name)), name);
    }

    private static String text(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refusal(
                        name,
                        "il dépasse %d Kio ; vérifiez que c'est bien un mapping".formatted(MAX_BYTES / 1024),
                        null);
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException failure) {
            throw refusal(name, "il n'est pas en UTF-8 ; enregistrez-le en UTF-8", failure);
        } catch (NoSuchFileException missing) {
            throw refusal(name, "il n'existe pas ; vérifiez son nom et son dossier", missing);
        } catch (IOException failure) {
            throw refusal(
                    name,
                    "il ne peut pas être lu ; vérifiez que c'est un fichier et que vous avez le droit de le lire",
                    failure);
        }
    }

    private static InvalidYaml refusal(String name, String message, @Nullable Throwable cause) {
        return new InvalidYaml(called(name), List.of(new TextProblem(0, 0, "", message)), cause);
    }

    private static String called(String name) {
        return "Le mapping « " + name + " »";
    }

    /** How the section {@code lecture} says that bytes are read. */
    private static Reading reading(Branch branch) {
        Reading reading = new Reading(
                charset(branch.leaf("charset")),
                sign(branch.anyLeaf("separateur")),
                sign(branch.anyLeaf("guillemet")),
                sign(branch.anyLeaf("echappement")),
                words(branch.leaf("feuille")),
                entry(branch.leaf("fichier")));
        Character separator = reading.separator();
        if (separator != null && (separator.equals(reading.quote()) || separator.equals(reading.escape()))) {
            branch.problem(
                    "separateur", "le même signe sépare les cellules et les entoure ; donnez-en deux différents");
        }
        return reading;
    }

    /** The line of the header, {@link HeaderSearch#FIND} or {@link HeaderSearch#NONE}: the last that the section says. */
    private static int headerLine(Branch branch) {
        Leaf leaf = branch.leaf("entete");
        Integer line = leaf == null ? null : leaf.whole(HeaderSearch.NONE, 1000);
        branch.end();
        return line == null ? HeaderSearch.FIND : line;
    }

    private static @Nullable String charset(@Nullable Leaf leaf) {
        if (leaf == null || Codings.isKnown(leaf.text())) {
            return words(leaf);
        }
        leaf.problem("« %s » n'est pas un jeu de caractères lu ici ; choisissez parmi %s"
                .formatted(leaf.text(), String.join(", ", Codings.NAMES)));
        return null;
    }

    private static @Nullable Character sign(@Nullable Leaf leaf) {
        if (leaf == null) {
            return null;
        }
        if (leaf.text().equals(TAB)) {
            return '\t';
        }
        if (leaf.text().matches("\\t|[^\\p{L}\\p{N}\\p{Cc}\\p{Cs}]")) {
            return leaf.text().charAt(0);
        }
        leaf.problem("« %s » n'est pas possible ; écrivez un seul signe entre guillemets, ou le mot %s"
                .formatted(leaf.text(), TAB));
        return null;
    }

    private static @Nullable String entry(@Nullable Leaf leaf) {
        if (leaf != null) {
            checkFileName(leaf);
        }
        return words(leaf);
    }

    private static @Nullable String words(@Nullable Leaf leaf) {
        return leaf == null ? null : leaf.text();
    }
}
