package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * The notices of the root name every library that a program ships, and no other. Made anew by {@code mvn -Pthird-party -pl dev/proof -am
 * verify -Dit.test=ThirdPartyIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
 * -Dpasserelle.rewrite=true}.
 */
class ThirdPartyIT {

    private static final List<String> PROGRAMS = List.of("cli", "events", "console");
    private static final Path NOTICES = Tree.root().resolve("THIRD-PARTY.txt");
    private static final Pattern LIBRARY = Pattern.compile("BOOT-INF/lib/(.+\\.jar)");
    /** What Spring Boot adds as it packages a program is a part of Spring Boot, which is named. */
    private static final Pattern OURS_OR_PACKAGING = Pattern.compile("^(passerelle|spring-boot-jarmode-tools)-");
    /** (Apache-2.0) Apache Avro (org.apache.avro:avro:1.12.2 - https://avro.apache.org). */
    private static final Pattern NOTICE = Pattern.compile("\\(\\S.* \\([^:( ]+:([^: ]+):([^: ]+) - [^ ].*\\)");

    private static final String HEADING = """
        Passerelle ships the libraries below, each under the licence named before it (SPDX names where there are some).
        Written by the build: ThirdPartyIT says how. The fonts of PDFs are Source Sans 3, copyright 2010-2020 Adobe, under
        the SIL Open Font License 1.1 (OFL-1.1), whose text is beside them in the jar passerelle-sheets.

        """;

    @Test
    void namesWhatTheProgramsShip() {
        SortedSet<String> shipped = shipped();
        if (Tree.REWRITE) {
            Tree.write(NOTICES, HEADING + String.join("\n", told(shipped)) + "\n");
        }

        assertThat(shipped).hasSizeGreaterThan(80);
        assertThat(Tree.read(NOTICES).lines().flatMap(line -> jar(line).stream()))
                .as("libraries of THIRD-PARTY.txt")
                .containsExactlyInAnyOrderElementsOf(shipped);
    }

    /** The lists that the profile wrote, those that are shipped. */
    private static SortedSet<String> told(SortedSet<String> shipped) {
        return PROGRAMS.stream()
                .map(program -> Tree.root().resolve(program).resolve("target/third-party/THIRD-PARTY.txt"))
                .flatMap(list -> Tree.read(list).lines())
                .map(String::strip)
                .filter(line -> jar(line).filter(shipped::contains).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> jar(String line) {
        Matcher notice = NOTICE.matcher(line);
        return notice.matches() ? Optional.of(notice.group(1) + "-" + notice.group(2) + ".jar") : Optional.empty();
    }

    private static SortedSet<String> shipped() {
        Workspace workspace = new Workspace(Tree.root(), Tree.root().resolve("var"));
        return PROGRAMS.stream()
                .map(workspace::program)
                .flatMap(ThirdPartyIT::libraries)
                .filter(jar -> !OURS_OR_PACKAGING.matcher(jar).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> libraries(Path program) {
        try (ZipFile jar = new ZipFile(program.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .map(LIBRARY::matcher)
                    .filter(Matcher::matches)
                    .map(library -> library.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
