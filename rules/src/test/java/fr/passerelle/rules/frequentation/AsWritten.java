package fr.passerelle.rules.frequentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** The tests of a class that tells a story: one after the other, as they stand in its source. */
public final class AsWritten implements MethodOrderer {

    @Override
    public void orderMethods(MethodOrdererContext context) {
        String source = source(context.getTestClass());
        context.getMethodDescriptors()
                .sort(Comparator.comparingInt(
                        test -> source.indexOf(" void " + test.getMethod().getName() + "(")));
    }

    /** Of the module that is tested, where its tests are run. */
    private static String source(Class<?> tests) {
        try {
            return Files.readString(Path.of("src/test/java", tests.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
