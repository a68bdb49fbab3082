package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.table.Field;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnyCellTest {

    private static final long SEED = 20171031;
    private static final int CELLS = 300;
    private static final String LIKELY = "0123456789 .,'/-+:hHmT²%€\u00A0\u202FABabnNoO|;éÉ\uFF11\u2212";
    private static final String[] PIECES = {
        "lundi", "Mar", "Mo-Fr", "Sa", "PH", "week 1-5", "sunrise", "9h", "9:00",
        "09:00-12:00", "25:00", "99999999999", "-", "à", "et", ",", ";", "||",
        "/", "+", " ", "off", "fermé", "sur rendez-vous", "\"", "[1]", "[",
        "(", "24/7", "2024", "Jan", "easter", "#", "49.5", "3,5", "6600000",
        "700 000", "°", "\uD800", "\uFFFF", "\u0000"
    };
    private static final List<Forms> FORMS = List.of(Forms.UNDECLARED, Typing.declaring("""
        dates: [JJ/MM/AAAA, JJ/MM/AA, MM/JJ/AAAA, MM/JJ/AA, AAAA/MM/JJ, J MOIS AAAA, EXCEL-1900, EXCEL-1904]
        siecle: 50
        nombres: {decimale: ",", unites: ["%"]}
        vides: ["0"]
        oui_non_chiffres: oui
        """));

    @Test
    void isTakenRepairedIntoWhatTheTypeTakesOrRefused() {
        Random random = new Random(SEED);

        Typing.fields().forEach(field -> FORMS.forEach(forms -> holds(field, forms, random)));
    }

    @Test
    void namesAPeriodOrNone() {
        Random random = new Random(SEED);

        for (int i = 0; i < CELLS; i++) {
            Periods.DaySpan period =
                    Periods.of(cell(random), Forms.UNDECLARED, random.nextBoolean() ? "SEMAINE" : null);
            assertThat(period == null || !period.end().isBefore(period.start())).isTrue();
        }
    }

    @Test
    void isAWeekOfSomeHoursOrNone() {
        Random random = new Random(SEED);
        Column column = Typing.column("heures_hebdo_reelles", Forms.UNDECLARED);

        for (int i = 0; i < 10 * CELLS; i++) {
            String cell = pieces(random);
            RepairedText repairedText = column.repair(cell);
            assertThat(repairedText == null || column.canonical(repairedText.text()) != Column.INVALID)
                    .as(cell)
                    .isTrue();
        }
    }

    @Test
    void isHalfAPlaceOrNone() {
        Random random = new Random(SEED);
        List<String> header = List.of(CoordinateReader.LATITUDE, CoordinateReader.LONGITUDE, "code_insee");

        for (Forms forms : FORMS) {
            CoordinateReader places = Objects.requireNonNull(CoordinateReader.of(header, forms, forms));
            for (int i = 0; i < 10 * CELLS; i++) {
                CoordinateReader.Reading place =
                        places.of(new String[] {either(random), either(random), either(random)});
                for (String column : header.subList(0, 2)) {
                    RepairedText moved = place.at(column);
                    assertThat(moved == null || Typing.column(column, forms).canonical(moved.text()) != Column.INVALID)
                            .isTrue();
                }
            }
        }
    }

    private static String either(Random random) {
        return random.nextBoolean() ? pieces(random) : cell(random);
    }

    private static String pieces(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
        }
        return cell.toString();
    }

    private static void holds(Field field, Forms forms, Random random) {
        Column column = new Column(field, forms);
        for (int i = 0; i < CELLS; i++) {
            String cell = cell(random);
            RepairedText repairedText = column.value(cell) == Column.INVALID ? column.repair(cell) : null;
            assertThat(column.message(cell)).isNotBlank();
            if (repairedText != null) {
                assertThat(column.canonical(repairedText.text()))
                        .as("%s: %s", field.name(), cell)
                        .isNotEqualTo(Column.INVALID);
                assertThat(new Column(field, Forms.UNDECLARED).value(repairedText.text()))
                        .isNotEqualTo(Column.INVALID);
            }
        }
    }

    private static String cell(Random random) {
        int[] points = random.ints(random.nextInt(14), 0, LIKELY.length())
                .map(LIKELY::charAt)
                .toArray();
        if (points.length > 0 && random.nextInt(4) == 0) {
            points[random.nextInt(points.length)] = random.nextInt(Character.MAX_CODE_POINT);
        }
        return new String(points, 0, points.length);
    }
}
