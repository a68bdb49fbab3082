package fr.passerelle.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long each test class of the build took, read from the reports of all modules. One source, which Maven's own JDK runs as it is. */
final class TestTimes {

    private static final int SLOWEST = 10;
    private static final Pattern SUITE =
            Pattern.compile("<testsuite [^>]*?\\bname=\"([^\"]+)\" time=\"([0-9.,]+)\" tests=\"(\\d+)\"");

    private TestTimes() {}

    /** Prints the slowest classes and the total of the tree at this root. */
    public static void main(String[] arguments) {
        print(reports(Path.of(arguments[0])), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static void print(List<TestClassTime> classes, PrintStream out) {
        out.println("The ten slowest test classes:");
        classes.stream()
                .sorted(Comparator.comparingDouble(TestClassTime::seconds).reversed())
                .limit(SLOWEST)
                .forEach(each -> out.printf(Locale.ROOT, "%8.1f s  %s%n", each.seconds(), each.name()));
        out.printf(
                Locale.ROOT,
                "%8.1f s  in all, %d tests of %d classes%n",
                classes.stream().mapToDouble(TestClassTime::seconds).sum(),
                classes.stream().mapToInt(TestClassTime::tests).sum(),
                classes.size());
    }

    private static List<TestClassTime> reports(Path root) {
        try (Stream<Path> files = Files.find(root, 5, (file, attributes) -> isReport(file))) {
            return files.flatMap(TestTimes::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReport(Path file) {
        return file.toString().matches(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml");
    }

    private static Stream<TestClassTime> read(Path report) {
        try {
            return SUITE.matcher(Files.readString(report))
                    .results()
                    .map(suite -> new TestClassTime(
                            suite.group(1),
                            Double.parseDouble(suite.group(2).replace(",", "")),
                            Integer.parseInt(suite.group(3))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One class: seconds from its first test to its last, and how many tests. */
    private record TestClassTime(String name, double seconds, int tests) {}
}
