package fr.passerelle.rules.frequentation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.RoomInventoried;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules give what {@code docs/worked-cases.md} computed by hand, to the last digit: the document is the expectation. */
class WorkedCasesTest {

    private static final Pattern SIX_PLACES = Pattern.compile("−?\\d+\\.\\d{6}");

    @ParameterizedTest
    @ValueSource(strings = {"CAS-1", "CAS-2", "CAS-3", "CAS-4", "CAS-5"})
    void givesTheResultsComputedByHand(String roomId) throws IOException {
        Frequentation frequentation = score(roomId);

        assertThat(rows(WorkedCases.document(), "| " + roomId + " |"))
                .contains(result(frequentation), lastTwelveMonths(frequentation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAS-1", "CAS-2", "CAS-3", "CAS-4", "CAS-5"})
    void givesTheIndicatorsComputedByHand(String roomId) throws IOException {
        String section = section(roomId);

        assertThat(score(roomId).getIndicateurs().stream()
                        .filter(indicateur -> !rows(indicateur, section).isEmpty()))
                .hasSize(5)
                .allSatisfy(indicateur -> {
                    String[] cells = rows(indicateur, section).getFirst().split("\\|");
                    if (indicateur.getUnavailable() == null) {
                        assertThat(numbers(indicateur))
                                .startsWith(Stream.of(cells)
                                        .skip(2)
                                        .map(WorkedCasesTest::lastNumber)
                                        .toArray(String[]::new));
                    } else {
                        assertThat(cells[2]).startsWith(" unavailable: " + indicateur.getUnavailable());
                    }
                });
    }

    @Test
    void hasOneSectionARoom() throws IOException {
        assertThat(WorkedCases.rooms())
                .extracting(RoomInventoried::getRoomId)
                .containsExactly("CAS-1", "CAS-2", "CAS-3", "CAS-4", "CAS-5");
    }

    private static Frequentation score(String roomId) throws IOException {
        RoomInventoried room = WorkedCases.rooms().stream()
                .filter(other -> other.getRoomId().equals(roomId))
                .findFirst()
                .orElseThrow();
        return WorkedCases.scored(room.getEpci()).stream()
                .map(ScoredRoom::frequentation)
                .filter(score -> score.getRoomId().equals(roomId))
                .findFirst()
                .orElseThrow();
    }

    private static String result(Frequentation of) {
        return row(
                of.getRoomId(),
                of.getEpci(),
                of.getPopulationServed(),
                of.getMonthsOpen(),
                of.getMonthsObserved(),
                of.getState(),
                of.getScore(),
                of.getLow(),
                of.getHigh(),
                String.join(", ", of.getFlags()));
    }

    private static String lastTwelveMonths(Frequentation of) {
        return row(
                of.getRoomId(),
                of.getPresences12Months(),
                of.getPersonHours12MonthsHundredths(),
                of.getObserved12Months(),
                String.join(", ", of.getMonthsMissing()));
    }

    private static String row(@Nullable Object... cells) {
        return Stream.of(cells)
                .map(cell -> cell == null || cell.toString().isEmpty() ? " |" : " " + cell + " |")
                .collect(Collectors.joining("", "|", ""));
    }

    private static List<String> numbers(Indicateur of) {
        BigDecimal weighted = of.getPoints().multiply(BigDecimal.valueOf(of.getWeight()));
        return Stream.of(of.getNumerator(), of.getDenominator(), of.getValue(), of.getPoints(), weighted)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static String lastNumber(String cell) {
        return SIX_PLACES
                .matcher(cell)
                .results()
                .map(MatchResult::group)
                .reduce((first, second) -> second)
                .orElseThrow()
                .replace('−', '-');
    }

    /** None of an indicator that came after the cases. */
    private static List<String> rows(Indicateur indicateur, String section) {
        return rows(section, "| " + indicateur.getName().name().toLowerCase(Locale.ROOT) + " |");
    }

    private static String section(String roomId) throws IOException {
        return WorkedCases.document().split("\n## " + roomId + ":", 2)[1].split("\n## ", 2)[0];
    }

    private static List<String> rows(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).toList();
    }
}
