package fr.passerelle.sources.workbook;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as a workbook writes them, in the plain form: {@code 5419}, {@code 12.3}; never {@code 5419.0} nor {@code 1.0E7}. */
final class PlainNumbers {

    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int MAX_LENGTH = 400;

    /** With so many digits a decimal number and the nearest double say the same. */
    private static final int EXACT_DIGITS = 15;

    private PlainNumbers() {}

    /**
     * The shortest decimal number that is the same double; a whole number keeps all its digits. Null when it is not a number.
     *
     * @param written digits with perhaps a sign, a point and an exponent
     */
    static @Nullable String text(String written) {
        if (isPlainWhole(written)) {
            return written;
        }
        if (written.length() > MAX_LENGTH || !FORM.matcher(written).matches()) {
            return null;
        }
        BigDecimal exact = new BigDecimal(written);
        boolean whole = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
        return whole || exact.precision() <= EXACT_DIGITS ? plain(exact) : shortest(written);
    }

    private static @Nullable String shortest(String written) {
        double value = Double.parseDouble(written);
        return Double.isFinite(value) ? plain(new BigDecimal(Double.toString(value))) : null;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isPlainWhole(String written) {
        int start = written.startsWith("-") ? 1 : 0;
        if (written.length() <= start
                || written.length() > MAX_LENGTH
                || written.charAt(start) == '0' && written.length() > 1) {
            return false;
        }
        return written.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }
}
