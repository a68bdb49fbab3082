package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.passerelle.faults.check.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;

/** Each promise of DESIGN 8 has a test, in the tier that every build runs, that carries its name as a tag and makes a fault happen. */
class PromisesTest {

    private static final String PROOF = "proof";

    @Test
    void areEachTestedByEveryBuild() throws IOException {
        var tested = testClasses().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Test.class))
                .map(PromisesTest::tags)
                .filter(tags -> !tags.contains(PROOF))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());

        assertThat(tested)
                .containsAll(Arrays.stream(Promise.values()).map(Enum::name).toList());
    }

    private static JavaClasses testClasses() throws IOException {
        try (Stream<Path> folders = Files.find(Tree.root(), 4, (path, is) -> path.endsWith("target/test-classes"))) {
            return new ClassFileImporter().importPaths(folders.toList());
        }
    }

    /** Those of a method, and of its class. */
    private static Set<String> tags(JavaMethod method) {
        return Stream.of(
                        method.tryGetAnnotationOfType(Tag.class),
                        method.getOwner().tryGetAnnotationOfType(Tag.class))
                .flatMap(tag -> tag.stream())
                .map(Tag::value)
                .collect(Collectors.collectingAndThen(Collectors.toSet(), own -> {
                    own.addAll(several(method));
                    return own;
                }));
    }

    private static Set<String> several(JavaMethod method) {
        return Stream.of(
                        method.tryGetAnnotationOfType(Tags.class),
                        method.getOwner().tryGetAnnotationOfType(Tags.class))
                .flatMap(tags -> tags.stream())
                .flatMap(tags -> Arrays.stream(tags.value()))
                .map(Tag::value)
                .collect(Collectors.toSet());
    }
}
