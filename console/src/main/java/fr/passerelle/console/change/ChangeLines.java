package fr.passerelle.console.change;

import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.page.Paths.KnownPages;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.DifferenceWords;
import fr.passerelle.sheets.french.DifferenceWords.CauseWords;
import fr.passerelle.sheets.french.FrenchNumbers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes changes of proposals, named after what is published and what was before. */
public record ChangeLines(
        Function<String, Optional<String>> named,
        Function<String, @Nullable String> pages,
        boolean amounts,
        PageTexts texts) {

    private static final String PLAN = "PLAN";
    private static final Set<String> SEATS = Set.of("SIEGE", "EX_AEQUO", "EN_SUSPENS");
    private static final String UNIT = " (€)";

    /** Of what is published, and names of what is not published by itself, or no more, by identifier. */
    public ChangeLines(PublishedResults published, Map<String, String> known, PageTexts texts) {
        this(id -> named(id, published, known), new KnownPages(published)::of, true, texts);
    }

    /** Of what is compared outside of what is published: whoever shows it knows the pages, and tells the euros by themselves. */
    public ChangeLines(Map<String, String> names, PageTexts texts) {
        this(id -> Optional.ofNullable(names.get(id)), id -> null, false, texts);
    }

    public ChangeLine of(Changement change) {
        return new ChangeLine(
                change.getId(),
                name(change.getId()),
                pages.apply(change.getId()),
                change.getEpci(),
                name(change.getEpci()),
                change.getType().equals(PLAN),
                change.getValues().stream().map(ValeurChangee::getWhat).anyMatch(SEATS::contains),
                DifferenceWords.nature(change.getNature()),
                change.getValues().stream()
                        .filter(value -> amounts || !DifferenceWords.isAmount(value.getWhat()))
                        .map(this::value)
                        .toList(),
                new CauseWords(new ValueWords(named)).reason(change));
    }

    private Value value(ValeurChangee value) {
        return new Value(
                DifferenceWords.what(value.getWhat()).replace(UNIT, ""),
                amountOrWord(value.getWhat(), value.getBefore()),
                amountOrWord(value.getWhat(), value.getAfter()));
    }

    private String amountOrWord(String what, @Nullable String value) {
        if (!DifferenceWords.isAmount(what)) {
            return new ValueWords(named).apply(value);
        }
        return value == null ? texts.say("changement.inconnu") : PageFrench.INSTANCE.euros(new BigDecimal(value));
    }

    private String name(String id) {
        return named.apply(id).orElse(id);
    }

    private static Optional<String> named(String id, PublishedResults published, Map<String, String> known) {
        return Optional.ofNullable(published.rooms().get(id))
                .map(room -> room.getName())
                .or(() -> Optional.ofNullable(published.sites().get(id)).map(site -> site.getName()))
                .or(() -> Optional.ofNullable(published.epcis().get(id)).map(epci -> epci.getName()))
                .or(() -> Optional.ofNullable(known.get(id)));
    }

    /**
     * A proposal that changed, in words (« modifiée »): the plan of an EPCI, or what becomes of a room. Where it came or went, it has no values
     * that differ and no cause that decided.
     *
     * @param path of its page; null where it has none any more
     */
    public record ChangeLine(
            String id,
            String name,
            @Nullable String path,
            String siren,
            String epci,
            boolean plan,
            boolean seat,
            String nature,
            List<Value> values,
            String why) {}

    /** What of a proposal differs, in words: « tiers lieu », before and after. */
    public record Value(String what, String before, String after) {}

    /** Says a code by its words, an identifier by its name and a number as French writes it; a list of them one by one. */
    private record ValueWords(Function<String, Optional<String>> named) implements UnaryOperator<@Nullable String> {

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
}
