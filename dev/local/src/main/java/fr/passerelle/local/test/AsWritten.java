package fr.passerelle.local.test;

import fr.passerelle.local.process.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** The tests of a class that tells a story: one after the other, as they stand in its source. */
public final class AsWritten implements MethodOrderer {

    /** {@inheritDoc} Throws {@link IllegalStateException} unless the source declares each name once. */
    @Override
    public void orderMethods(MethodOrdererContext context) {
        var source = source(context.getTestClass());
        context.getMethodDescriptors()
                .sort(Comparator.comparingInt(
                        test -> place(source, test.getMethod().getName())));
    }

    /** Of the module that is tested, where its tests are run; a nested class is in that of its host. */
    static String source(Class<?> tests) {
        var name = tests.getNestHost().getName().replace('.', '/');
        return PrivateFiles.unchecked(() -> Files.readString(Path.of("src/test/java", name + ".java")));
    }

    static int place(String source, String method) {
        var found = Pattern.compile("\\bvoid\\s+" + method + "\\(")
                .matcher(source)
                .results()
                .map(MatchResult::start)
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(method + " is declared " + found.size() + " times, not once");
        }
        return found.getFirst();
    }
}
