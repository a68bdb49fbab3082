package fr.passerelle.console.change;

import fr.passerelle.console.page.PageFrench;
import fr.passerelle.texts.Codes;
import fr.passerelle.texts.FrenchNumbers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says a code by its words, an identifier by its name and a number as French writes it; a list of them one by one.
 *
 * @param named how people call what an identifier is of
 */
public record ValueWords(Function<String, Optional<String>> named) implements UnaryOperator<@Nullable String> {

    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)*");
    private static final Pattern KIND = Pattern.compile("^(room|site|epci|place|commune):");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+|-?\\d{1,8}");
    private static final int PLACES = 4;

    @Override
    public String apply(@Nullable String text) {
        return text == null
                ? FrenchNumbers.UNKNOWN
                : Arrays.stream(text.split(", ")).map(this::one).collect(Collectors.joining(", "));
    }

    private String one(String text) {
        return switch (text) {
            case "true" -> "oui";
            case "false" -> "non";
            default -> CODE.matcher(text).matches() ? Codes.outcome(text) : identifierOrNumber(text);
        };
    }

    private String identifierOrNumber(String text) {
        String bare = KIND.matcher(text).replaceFirst("");
        return named.apply(text)
                .or(() -> named.apply(bare))
                .orElseGet(() -> NUMBER.matcher(bare).matches()
                        ? PageFrench.INSTANCE.decimal(new BigDecimal(bare), PLACES)
                        : bare);
    }
}
