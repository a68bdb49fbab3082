package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.schemas.contract.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The repository that the build runs in. */
final class Tree {

    /** Rewrites what is generated into the tree (format, pictures) instead of checking it. */
    static final boolean REWRITE = Boolean.getBoolean("passerelle.rewrite");

    private static final Pattern TEXT =
            Pattern.compile("\\.(java|avdl|avsc|md|sql|ya?ml|xml|properties|html|css|m?js|sh|py)$");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

    private Tree() {}

    static Path root() {
        return Path.of(System.getProperty("passerelle.root", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    static List<Path> javaSources() {
        return files(file -> file.endsWith(".java") && file.contains("src/"));
    }

    /** Every page of Markdown. */
    static List<Path> pages() {
        return files(file -> file.endsWith(".md"));
    }

    /** Every source, contract, setting and document that people write. */
    static List<Path> texts() {
        return files(file -> TEXT.matcher(file).find());
    }

    /** What a folder holds, by name. */
    static List<Path> list(Path folder) {
        try (Stream<Path> files = PrivateFiles.unchecked(() -> Files.list(folder))) {
            return files.sorted().toList();
        }
    }

    /** Every file, be it no text. */
    static List<Path> all() {
        return files(file -> true);
    }

    private static List<Path> files(Predicate<String> name) {
        OwnFiles files = new OwnFiles();
        PrivateFiles.unchecked(() -> Files.walkFileTree(root(), files));
        return files.found(file -> name.test(root().relativize(file).toString()));
    }

    /** All files but those that are generated or downloaded: other modules of the build may be writing there. */
    private static final class OwnFiles extends SimpleFileVisitor<Path> {

        private static final Set<String> LEFT_OUT = Set.of("target", "var", "node_modules", ".git");

        private final List<Path> files = new ArrayList<>();

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return LEFT_OUT.contains(directory.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
        }

        List<Path> found(Predicate<Path> wanted) {
            return files.stream().filter(wanted).sorted().toList();
        }
    }

    /** A source of Java without its comments. */
    static String code(String source) {
        return COMMENT.matcher(source).replaceAll("");
    }

    /** The comments of a source, apart. */
    static String comments(String source) {
        return COMMENT.matcher(source).results().map(MatchResult::group).collect(Collectors.joining(" ; "));
    }

    static String read(Path file) {
        return PrivateFiles.unchecked(() -> Files.readString(file));
    }

    /** The bytes of a file, each as a character. */
    static String bytes(Path file) {
        return PrivateFiles.unchecked(() -> Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    /** The rows of a CSV that was exported, with or without a byte order mark. */
    static List<NamedCsvRecord> rows(String text, char separator) {
        return CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text.replaceFirst("^\uFEFF", "")).stream()
                .toList();
    }

    /** The SHA-256 of a file, in hexadecimal. */
    static String sha256(Path file) {
        return PrivateFiles.unchecked(() -> Sha256.of(file));
    }

    /** Writes a file; answers it. */
    static Path write(Path file, String text) {
        return PrivateFiles.unchecked(() -> Files.writeString(file, text));
    }

    /** A page of YAML, as JSON. */
    static JsonNode yaml(String page) {
        String text = read(root().resolve(page));
        return JsonMapper.shared().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    /** Holds a page of the docs to what the code gives; with {@link #REWRITE} first writes it. */
    static void hold(String page, String expected) {
        Path file = root().resolve(page);
        if (REWRITE) {
            write(file, expected);
        }

        assertThat(read(file))
                .as(page + "; rewrite it with -Dpasserelle.rewrite=true")
                .isEqualTo(expected);
    }
}
