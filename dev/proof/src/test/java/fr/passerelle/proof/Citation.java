package fr.passerelle.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A section of one of the two pages that sources cite, as they cite it.
 *
 * @param page its name, in capitals
 * @param section 4 or 4.5; empty where a text names the page and no section
 */
record Citation(String page, String section) {

    private static final String SECTION = "\\d+(?:\\.\\d+)?";
    private static final Pattern CITED = Pattern.compile(
            "\\b(RULES|DESIGN)\\b(?: §?(%1$s(?:(?:, | and | to |, and )%1$s(?!\\w))*))?".formatted(SECTION));
    private static final Pattern NUMBER = Pattern.compile(SECTION);
    /** A line of a comment goes on in the next. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*(?:\\*(?!/)|//+|--|#)?\\s*");

    /** All citations in a text, in order. */
    static Stream<Citation> in(String text) {
        return CITED.matcher(LINE_BREAK.matcher(text).replaceAll(" "))
                .results()
                .flatMap(cited -> cited.group(2) == null
                        ? Stream.of(new Citation(cited.group(1), ""))
                        : NUMBER.matcher(cited.group(2))
                                .results()
                                .map(number -> new Citation(cited.group(1), number.group())));
    }

    boolean isBare() {
        return section.isEmpty();
    }

    /** The heading that begins so is the section. */
    boolean isIn(String page) {
        Matcher heading = Pattern.compile("(?m)^#{2,3} " + Pattern.quote(section) + "\\.? ")
                .matcher(page);
        return heading.find();
    }
}
