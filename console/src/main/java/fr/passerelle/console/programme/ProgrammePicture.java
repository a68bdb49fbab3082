package fr.passerelle.console.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of years and EPCIs as a picture: a diamond where a study is funded, a bar from the day of the opening, an outline over the years of
 * what was notified.
 *
 * @param columns where each year begins
 */
public record ProgrammePicture(int width, int height, List<Column> columns, List<Bar> bars) {

    private static final int NAMES = 300;
    private static final int YEAR = 96;
    private static final int TOP = 26;
    private static final int LINE = 24;
    private static final int MIDDLE = 12;
    private static final int HALF = 7;

    /** A year, and where it begins from the left. */
    public record Column(int year, int x) {}

    /**
     * A line of the picture; each shape is the d of an SVG path, empty where there is none.
     *
     * @param y of its middle, from the top
     */
    public record Bar(ProgrammeRow row, int y, String study, String opening, String committed) {}

    static ProgrammePicture of(ProgrammeTable table) {
        List<Integer> years = table.years();
        return new ProgrammePicture(
                NAMES + YEAR * years.size() + 1,
                TOP + LINE * table.rows().size() + 1,
                IntStream.range(0, years.size())
                        .mapToObj(i -> new Column(years.get(i), NAMES + YEAR * i))
                        .toList(),
                IntStream.range(0, table.rows().size())
                        .mapToObj(i -> bar(table.rows().get(i), years, TOP + LINE * i + MIDDLE))
                        .toList());
    }

    private static Bar bar(ProgrammeRow row, List<Integer> years, int y) {
        LocalDate opening = row.choice().getOpening();
        return new Bar(
                row,
                y,
                cells(row, y, ProgrammePicture::study),
                opening == null ? "" : opening(opening, years, y),
                cells(row, y, ProgrammePicture::committed));
    }

    /** The shape of a cell, whose left edge and middle are given; empty where it has none. */
    private interface CellShape {
        String of(ProgrammeCell cell, int x, int y);
    }

    private static String cells(ProgrammeRow row, int y, CellShape shape) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < row.cells().size(); i++) {
            path.append(shape.of(row.cells().get(i), NAMES + YEAR * i, y));
        }
        return path.toString();
    }

    private static String study(ProgrammeCell cell, int x, int y) {
        return cell.stage() == ProgrammeCell.Stage.STUDY
                ? "M%d,%dl%d,%dl%d,%dl%d,%dz".formatted(x + YEAR / 2, y - HALF, HALF, HALF, -HALF, HALF, -HALF, -HALF)
                : "";
    }

    private static String committed(ProgrammeCell cell, int x, int y) {
        return cell.committed().signum() > 0 ? rectangle(x + 2, y, YEAR - 4, HALF) : "";
    }

    private static String opening(LocalDate day, List<Integer> years, int y) {
        int from = NAMES
                + YEAR * (day.getYear() - years.getFirst())
                + YEAR * (day.getDayOfYear() - 1) / day.lengthOfYear();
        int end = NAMES + YEAR * years.size();
        return from < end ? rectangle(from, y, end - from, HALF - 2) : "";
    }

    private static String rectangle(int x, int middle, int width, int half) {
        return "M%d,%dh%dv%dh%dz".formatted(x, middle - half, width, 2 * half, -width);
    }
}
