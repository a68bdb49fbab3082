package fr.passerelle.sources.workbook;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of an {@code .xlsx} holds: a formula gives the value that was last computed, a number with a date format a day.
 *
 * @param from1904 whether day 0 is 1904-01-01; else day 1 is 1900-01-01, and day 60 a 29 February 1900 that never was
 */
record XlsxCell(Styles styles, SharedStrings strings, boolean from1904) {
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final int NEVER_WAS = 60;
    private static final int LAST = 2_958_465;
    private static final double MILLISECONDS_A_DAY = 86_400_000;

    /** From the start of a cell to its end. */
    void read(Xml xml, Sheet.RowCells cells, int place) {
        String type = Objects.requireNonNullElse(xml.attribute("t"), "n");
        DateFormat format = styles.format(xml.attribute("s"));
        boolean formula = false;
        String value = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text(SharedStrings.ROOM);
            } else if (xml.starts("is")) {
                value = SharedStrings.richText(xml, "is");
            } else if (xml.starts()) {
                formula |= xml.starts("f");
                xml.skip();
            }
        }
        if (!cells.wanted(place)) {
            if (type.equals("s") ? strings.has(index(value)) : !value.isBlank()) {
                cells.present(place);
            }
        } else if (value.isEmpty()) {
            if (formula && !type.equals("str")) {
                cells.uncomputed(place);
            }
        } else if (type.equals("e")) {
            cells.failed(place);
        } else {
            cells.text(place, text(type, format, value));
        }
    }

    private @Nullable String text(String type, DateFormat format, String value) {
        return switch (type) {
            case "s" -> strings.text(index(value));
            case "inlineStr" -> value;
            case "str" -> SharedStrings.decoded(value);
            case "b" -> Moments.yesNo(value);
            case "d" -> Moments.iso(value);
            case "n" -> number(format, value);
            default -> null;
        };
    }

    private @Nullable String number(DateFormat format, String value) {
        String number = Moments.number(value.strip());
        return number == null || format == DateFormat.NONE ? number : moment(Double.parseDouble(number), format);
    }

    private static int index(String value) {
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    }

    /** The text of a number of days that is shown as {@code shown}, with the time as the part after the point; null for no such day. */
    private @Nullable String moment(double days, DateFormat shown) {
        if (!(days >= 0 && days < LAST + 1)) {
            return null;
        }
        long milliseconds = Math.round(days * MILLISECONDS_A_DAY);
        if (shown == DateFormat.LENGTH || shown == DateFormat.TIME && days < 1) {
            return Moments.text(Duration.ofMillis(milliseconds));
        }
        long day = Math.floorDiv(milliseconds, (long) MILLISECONDS_A_DAY);
        LocalDate date = day(day);
        Duration time = Duration.ofMillis(milliseconds - day * (long) MILLISECONDS_A_DAY);
        return date == null ? null : Moments.text(date.atStartOfDay().plus(time));
    }

    private @Nullable LocalDate day(long day) {
        if (from1904) {
            return DAY_0_OF_1904.plusDays(day);
        }
        return day < 1 || day == NEVER_WAS ? null : DAY_0_OF_1900.plusDays(day < NEVER_WAS ? day + 1 : day);
    }

    /** What each cell style of an {@code .xlsx} makes of a number. */
    static final class Styles {
        static final Styles NONE = new Styles();
        private static final int MAX_CODE = 1_000;

        private final Map<Integer, DateFormat> formats = new HashMap<>();
        private final List<DateFormat> cells = new ArrayList<>();

        static Styles read(Xml xml) {
            Styles styles = new Styles();
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    styles.format(xml.attribute("numFmtId"), xml.attribute("formatCode"));
                } else if (xml.starts("cellXfs")) {
                    styles.cells(xml);
                } else if (xml.starts("dxfs")) {
                    xml.skip();
                }
            }
            return styles;
        }

        /** Of the cells of a style; a style that is not there makes nothing. */
        DateFormat format(@Nullable String style) {
            int number = number(style);
            return number < 0 || number >= cells.size() ? DateFormat.NONE : cells.get(number);
        }

        private void format(@Nullable String id, @Nullable String code) {
            if (code != null && code.length() <= MAX_CODE) {
                formats.put(number(id), DateFormat.of(code));
            }
        }

        private void cells(Xml xml) {
            while (xml.next() && !xml.ends("cellXfs")) {
                if (xml.starts("xf")) {
                    int id = number(xml.attribute("numFmtId"));
                    cells.add(formats.getOrDefault(id, DateFormat.builtIn(id)));
                }
            }
        }

        private static int number(@Nullable String digits) {
            return digits == null || !digits.matches("\\d{1,6}") ? -1 : Integer.parseInt(digits);
        }
    }

    /** What a number format of an {@code .xlsx} makes of a number. */
    private enum DateFormat {
        /** A number. */
        NONE,
        /** A day, perhaps with its time. */
        DAY,
        /** A time of day. */
        TIME,
        /** A length of time: {@code [h]:mm}. */
        LENGTH;

        /** Texts in quotes, escaped or padding characters, then colours, languages and conditions in brackets. */
        private static final Pattern NOT_THE_FORM =
                Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?!h+]|m+]|s+])[^\\]]*]");

        private static final Pattern LENGTH_FORM = Pattern.compile("\\[(h+|m+|s+)]");

        /** A format that every workbook knows by its number. */
        static DateFormat builtIn(int id) {
            return switch (id) {
                case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DAY;
                case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> TIME;
                case 46 -> LENGTH;
                default -> NONE;
            };
        }

        static DateFormat of(String code) {
            String lower = code.toLowerCase(Locale.ROOT);
            String form = NOT_THE_FORM.matcher(lower).replaceAll("").split(";", -1)[0];
            if (LENGTH_FORM.matcher(form).find()) {
                return LENGTH;
            }
            if (form.contains("general")) {
                return NONE;
            }
            boolean time = form.contains("h") || form.contains("s");
            boolean day = form.contains("y") || form.contains("d") || form.contains("m") && !time;
            return day ? DAY : time ? TIME : NONE;
        }
    }
}
