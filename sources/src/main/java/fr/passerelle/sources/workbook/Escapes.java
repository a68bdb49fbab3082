package fr.passerelle.sources.workbook;

import java.util.regex.Pattern;

/** Characters that XML cannot hold, as an {@code .xlsx} writes them: {@code _x000D_}; {@code _x005F_} is the underscore itself. */
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int HEXADECIMAL = 16;

    private Escapes() {}

    static String decoded(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text).replaceAll(found -> {
            char meant = (char) Integer.parseInt(found.group(1), HEXADECIMAL);
            return meant == '$' || meant == '\\' ? "\\" + meant : String.valueOf(meant);
        });
    }
}
