package fr.passerelle.sources.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a number format of an {@code .xlsx} makes of a number. */
enum DateFormat {
    /** A number. */
    NONE,
    /** A day, perhaps with its time. */
    DAY,
    /** A time of day. */
    TIME,
    /** A length of time: {@code [h]:mm}. */
    LENGTH;

    /** Texts in quotes, escaped or padding characters, then colours, languages and conditions in brackets. */
    private static final Pattern NOT_THE_FORM = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?!h+]|m+]|s+])[^\\]]*]");

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

    /** A format that the workbook spells out. */
    static DateFormat of(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        String form = NOT_THE_FORM.matcher(lower).replaceAll("").split(";", -1)[0];
        if (LENGTH_FORM.matcher(form).find()) {
            return LENGTH;
        }
        if (form.contains("general")) {
            return NONE;
        }
        boolean time = has(form, 'h') || has(form, 's');
        boolean day = has(form, 'y') || has(form, 'd') || has(form, 'm') && !time;
        return day ? DAY : time ? TIME : NONE;
    }

    private static boolean has(String form, char letter) {
        return form.indexOf(letter) >= 0;
    }
}
