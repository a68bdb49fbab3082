package fr.passerelle.local.test;

import fr.passerelle.local.process.PrivateFiles;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** The tests of a class that tells a story: one after the other, as they stand in its source. */
public final class AsWritten implements MethodOrderer {

    /** {@inheritDoc} Throws {@link IllegalStateException} unless the source declares the name of each once. */
    @Override
    public void orderMethods(MethodOrdererContext context) {
        var source = source(context.getTestClass());
        Map<Method, Integer> places = context.getMethodDescriptors().stream()
                .map(MethodDescriptor::getMethod)
                .collect(Collectors.toMap(method -> method, method -> place(source, method.getName())));
        context.getMethodDescriptors()
                .sort((one, other) -> places.get(one.getMethod()) - places.get(other.getMethod()));
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
