package fr.passerelle.sources.mapping;

import java.util.regex.Pattern;

/** The text of a header: workbooks break it over lines, so that any white space counts as one space. */
public final class HeaderText {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\uFEFF]+");

    private HeaderText() {}

    /** The text, on one line. */
    public static String clean(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
