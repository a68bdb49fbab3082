package fr.passerelle.sources.cell;

/**
 * A number cut in its parts.
 *
 * @param whole digits before the decimals
 * @param mark what stands before the decimals, or {@link #NO_MARK}
 * @param decimals digits after it
 * @param spaced whether thousands were parted by something that nobody declared
 */
record NumberText(String whole, char mark, String decimals, boolean spaced) {

    static final char NO_MARK = 0;

    /** With a point, without the zeros that go beyond so many decimals. */
    String canonical(int places) {
        int end = decimals.length();
        while (end > places && decimals.charAt(end - 1) == '0') {
            end--;
        }
        return end == 0 ? whole : whole + "." + decimals.substring(0, end);
    }

    /** Whether there are only digits, perhaps none. */
    static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
