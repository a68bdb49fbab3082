package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.yaml.Tree;
import fr.passerelle.schemas.yaml.Tree.Branch;
import fr.passerelle.schemas.yaml.Tree.Leaf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a barème's text. Each key must be there and each must be asked for: what nobody asks for is a mistake of the author. What is
 * missing is said once, and reads as an empty one.
 */
final class Section {

    private final Branch branch;

    private Section(Branch branch) {
        this.branch = branch;
    }

    /** Reads a mapping whole: says what the reader did not ask for. */
    static <T> T read(@Nullable Branch branch, Function<Section, T> reader) {
        Section section = new Section(branch == null ? Branch.absent() : branch);
        T read = reader.apply(section);
        section.branch.end();
        return read;
    }

    <T> T section(String key, Function<Section, T> reader) {
        branch.require(key);
        return read(branch.branch(key), reader);
    }

    /** The mappings listed under a key. */
    <T> List<T> list(String key, Function<Section, T> reader) {
        branch.require(key);
        return branch.branches(key).stream().map(item -> read(item, reader)).toList();
    }

    /** One mapping for each name of an enum, in the order of the text. */
    <E extends Enum<E>, T> List<T> each(Class<E> type, BiFunction<E, Section, T> reader) {
        List<T> read = new ArrayList<>();
        for (String key : branch.keys()) {
            Scalar.constant(type, key)
                    .ifPresent(constant -> read.add(section(key, section -> reader.apply(constant, section))));
        }
        for (E constant : type.getEnumConstants()) {
            branch.require(constant.name());
        }
        return List.copyOf(read);
    }

    Scalar scalar(String key) {
        Leaf leaf = branch.required(key);
        return new Scalar(leaf == null ? Leaf.absent() : leaf);
    }

    /** The value under a key, which must be written with its source: {@code {valeur: …, source: "…"}}. */
    Scalar sourced(String key) {
        if (branch.tree(key) instanceof Leaf leaf) {
            leaf.problem("n'a pas de source ; écrivez {valeur: …, source: \"…\"}");
            return new Scalar(Leaf.absent());
        }
        return section(key, Section::sourcedValue);
    }

    /** The value of this mapping, which is {@code {valeur: …, source: "…"}}. */
    Scalar sourcedValue() {
        requireSource();
        return scalar("valeur");
    }

    void requireSource() {
        branch.required("source");
    }

    /** Says that something does not hold of what stands under a key, unless something is wrong with that already. */
    void require(String key, boolean holds, String otherwise) {
        Tree tree = branch.tree(key);
        if (!holds && tree != null && tree.isRight()) {
            tree.problem(otherwise);
        }
    }

    /** One value of a barème. What is wrong with it is said, and it then reads as the least that it could be. */
    record Scalar(Leaf leaf) {

        private static final DateTimeFormatter MINUTE =
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

        String text() {
            return leaf.text();
        }

        /** A number between two bounds, included, with at most so many decimals. */
        BigDecimal number(String from, String to, int decimals) {
            BigDecimal least = new BigDecimal(from);
            if (!leaf.quoted() && text().matches("[-+]?[0-9]{1,12}([.][0-9]{1,12})?")) {
                BigDecimal number = new BigDecimal(text());
                if (number.compareTo(least) >= 0
                        && number.compareTo(new BigDecimal(to)) <= 0
                        && number.stripTrailingZeros().scale() <= decimals) {
                    return number;
                }
            }
            leaf.problem("« %s » n'est pas possible ; écrivez%s un nombre%s de %s à %s%s"
                    .formatted(
                            text(),
                            leaf.quoted() ? ", sans guillemets," : "",
                            decimals == 0 ? " entier" : "",
                            from,
                            to,
                            decimals == 0 ? "" : ", avec %d décimales au plus".formatted(decimals)));
            return least;
        }

        BigDecimal rate() {
            return number("0", "1", 4);
        }

        BigDecimal amount() {
            return number("0", "999999999.99", 2);
        }

        int whole(int from, int to) {
            return number(Integer.toString(from), Integer.toString(to), 0).intValueExact();
        }

        boolean yesOrNo() {
            return leaf.oneOf(List.of("true", "false")) && Boolean.parseBoolean(text());
        }

        <E extends Enum<E>> E oneOf(Class<E> type) {
            E[] constants = type.getEnumConstants();
            leaf.oneOf(Arrays.stream(constants).map(Enum::name).toList());
            return constant(type, text()).orElse(constants[0]);
        }

        LocalDate day() {
            return parsed(LocalDate::parse, "une date AAAA-MM-JJ", LocalDate.EPOCH);
        }

        MonthDay monthDay() {
            return parsed(text -> MonthDay.parse("--" + text), "un mois et un jour MM-JJ", MonthDay.of(1, 1));
        }

        /** A time of day, {@code HH:MM}, as minutes from midnight. */
        int minute() {
            return parsed(
                    text -> LocalTime.parse(text, MINUTE).get(ChronoField.MINUTE_OF_DAY),
                    "une heure HH:MM entre guillemets",
                    0);
        }

        private <T> T parsed(Function<String, T> parser, String form, T least) {
            try {
                return parser.apply(text());
            } catch (DateTimeParseException wrong) {
                leaf.problem("« %s » n'est pas possible ; écrivez %s".formatted(text(), form));
                return least;
            }
        }

        static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(name))
                    .findFirst();
        }
    }
}
