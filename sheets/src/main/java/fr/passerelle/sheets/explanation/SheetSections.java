package fr.passerelle.sheets.explanation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sections of the sheet of the algorithm as plain text, by their titles: a row of a table is a line, its cells apart by a colon. */
record SheetSections(Map<String, String> byTitle) {

    private static final Pattern TITLE = Pattern.compile("(?m)^## ");

    static SheetSections of(String markdown) {
        Map<String, String> sections = new LinkedHashMap<>();
        TITLE.splitAsStream(markdown)
                .map(part -> part.lines().toList())
                .forEach(lines -> sections.put(lines.getFirst(), text(lines.subList(1, lines.size()))));
        return new SheetSections(sections);
    }

    /**
     * What a section says.
     *
     * @throws IllegalArgumentException where the sheet has none of this title
     */
    String get(String title) {
        String text = byTitle.get(title);
        if (text == null) {
            throw new IllegalArgumentException("The sheet has no section " + title);
        }
        return text;
    }

    private static String text(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.matches("\\|[ :|-]+\\|"))
                .map(SheetSections::line)
                .collect(Collectors.joining("\n"))
                .replaceAll("(?<![.:;\\n])\\n(?=[^\\n-])", " ")
                .replaceAll("\\n\\s*\\n", "\n")
                .replaceAll("\\*\\*|`", "")
                .strip();
    }

    private static String line(String line) {
        return line.startsWith("|")
                ? Arrays.stream(line.substring(1, line.length() - 1).split("(?<!\\\\)\\|"))
                                .map(String::strip)
                                .collect(Collectors.joining(" : "))
                        + "."
                : line.strip();
    }
}
