package fr.passerelle.console.budget;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.AidLineName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the lines of aid: what a proposal is coloured by means something else. */
class BudgetColoursTest {

    private static final Pattern COLOUR = Pattern.compile("(--[\\w-]+): (#[0-9a-f]{6});");
    private static final Pattern LINE = Pattern.compile("--budget-[\\w-]+: (#[0-9a-f]{6});");

    @Test
    void areOfEachLineInBothThemesAndOfNoProposal() throws IOException {
        List<String> lines = colours("budget.css", LINE);
        List<String> proposals = colours("passerelle.css", COLOUR);

        assertThat(lines).hasSize(2 * AidLineName.values().length).doesNotHaveDuplicates();
        assertThat(proposals).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(lines);
        assertThat(read("js/budget.js")).contains("--budget-").doesNotContain("--tiers-lieu", "--etape", "--instruire");
    }

    private static List<String> colours(String sheet, Pattern pattern) throws IOException {
        return pattern.matcher(read("css/" + sheet))
                .results()
                .map(BudgetColoursTest::last)
                .toList();
    }

    private static String last(MatchResult found) {
        return found.group(found.groupCount());
    }

    private static String read(String name) throws IOException {
        try (var in = BudgetColoursTest.class.getResourceAsStream("/static/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
