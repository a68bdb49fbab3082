package fr.passerelle.schemas.bareme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One value of the text, and where it stands, so that what is wrong with it can be said. */
record Scalar(String name, String text, boolean quoted, int line) {

    /** Some text, not blank. */
    String words() {
        require(!text.isBlank(), "est vide");
        return text;
    }

    /** A number between two bounds, included, with at most so many decimals. */
    BigDecimal number(String from, String to, int decimals) {
        BigDecimal number = number();
        require(
                number.compareTo(new BigDecimal(from)) >= 0 && number.compareTo(new BigDecimal(to)) <= 0,
                "vaut " + text + " : il faut un nombre entre " + from + " et " + to);
        require(
                number.stripTrailingZeros().scale() <= decimals,
                "vaut " + text + (decimals == 0 ? " : il faut un entier" : " : au plus " + decimals + " décimales"));
        return number;
    }

    /** A share or a rate, 0 to 1, at most four decimals. */
    BigDecimal rate() {
        return number("0", "1", 4);
    }

    /** An amount in euros, from 0, to the cent. */
    BigDecimal amount() {
        return number("0", "999999999.99", 2);
    }

    /** A whole number between two bounds, included. */
    int whole(int from, int to) {
        return number(Integer.toString(from), Integer.toString(to), 0).intValueExact();
    }

    /** {@code true} or {@code false}. */
    boolean yesOrNo() {
        require(
                !quoted && (text.equals("true") || text.equals("false")),
                "vaut « " + text + " » : il faut true ou false");
        return text.equals("true");
    }

    /** One of the names of an enum. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refusal("vaut « " + text + " » : il faut " + names(type)));
    }

    /** A day, {@code YYYY-MM-DD}. */
    LocalDate day() {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidBareme(line, "« " + name + " » vaut « " + text + " » : il faut une date AAAA-MM-JJ", e);
        }
    }

    /** Refuses the barème unless something holds of this value. */
    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw refusal(otherwise);
        }
    }

    static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private BigDecimal number() {
        require(
                !quoted && text.matches("[-+]?[0-9]{1,12}([.][0-9]{1,12})?"),
                "vaut « " + text + " » : il faut un nombre");
        return new BigDecimal(text);
    }

    private InvalidBareme refusal(String reason) {
        return new InvalidBareme(line, "« " + name + " » " + reason);
    }
}
