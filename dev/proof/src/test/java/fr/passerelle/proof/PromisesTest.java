package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.faults.check.Checker.Promise;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of DESIGN 8 has a test, in the tier that every build runs, that carries its name as a tag and makes a fault happen. */
class PromisesTest {

    private static final String PROOF = "@Tag(\"proof\")";
    private static final Pattern CAMPAIGN = Pattern.compile("(?m)^" + Pattern.quote(PROOF));

    /** The annotations of a test's method. */
    private static final Pattern METHOD = Pattern.compile("(?m)((?:^    @.*\n)+)^    (?:public )?void ");

    private static final Pattern TESTS = Pattern.compile("@(?:Parameterized)?Test\\b");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(I\\d+)\"\\)");

    @Test
    void areEachTestedByEveryBuild() {
        var promises = Arrays.stream(Promise.values()).map(Enum::name).toList();

        var tested = Tree.javaSources().stream()
                .filter(source -> source.toString().contains("src/test/"))
                .map(Tree::read)
                .flatMap(PromisesTest::promisesOf)
                .collect(Collectors.toSet());

        assertThat(tested).containsExactlyInAnyOrderElementsOf(Set.copyOf(promises));
    }

    @Test
    void countNothingThatOnlyACampaignTests() {
        var method = "\n    @Test\n    @Tag(\"I3\")\n    %s\n    void holds() {\n";

        assertThat(promisesOf("class A {" + method.formatted("@Order(1)"))).containsExactly("I3");
        assertThat(promisesOf("class A {" + method.formatted(PROOF))).isEmpty();
        assertThat(promisesOf(PROOF + "\nclass A {" + method.formatted("@Order(1)")))
                .isEmpty();
    }

    private static Stream<String> promisesOf(String source) {
        return CAMPAIGN.matcher(source).find()
                ? Stream.empty()
                : METHOD.matcher(source)
                        .results()
                        .map(MatchResult::group)
                        .filter(annotations -> TESTS.matcher(annotations).find() && !annotations.contains(PROOF))
                        .flatMap(annotations -> TAG.matcher(annotations).results())
                        .map(tag -> tag.group(1));
    }
}
