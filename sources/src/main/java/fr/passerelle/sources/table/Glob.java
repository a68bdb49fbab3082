package fr.passerelle.sources.table;

import java.util.regex.Pattern;

/** A text in which {@code *} stands for any characters, perhaps none, and {@code ?} for one; and its pattern. */
public record Glob(String text, Pattern pattern) {
    /** A glob that holds to capitals. */
    public static Glob exact(String text) {
        return of(text, Pattern.DOTALL);
    }

    /** A glob of file names: capitals do not matter, since some systems change them. */
    public static Glob fileName(String text) {
        return of(text, Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether a whole text is of this form. */
    public boolean fits(String whole) {
        return pattern.matcher(whole).matches();
    }

    /** Whether it stands for more than itself. */
    public boolean isOpen() {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static Glob of(String text, int flags) {
        StringBuilder regex = new StringBuilder();
        text.codePoints()
                .forEach(c -> regex.append(
                        switch (c) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(c));
                        }));
        return new Glob(text, Pattern.compile(regex.toString().replaceAll("(\\.\\*)+", ".*"), flags));
    }
}
