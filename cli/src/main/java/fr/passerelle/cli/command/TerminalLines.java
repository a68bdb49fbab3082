package fr.passerelle.cli.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text as wide as a terminal: broken between words, never within one, so that an identifier or a path is whole wherever it stands. */
public final class TerminalLines {

    /** How many characters a line has at most, where no single word is longer. */
    public static final int COLUMNS = 80;

    /** A sign stays with the word before it, and a word with the guillemet that opens before it. */
    private static final String WORD = "(?:« )?\\S+(?: : \\d\\S*| [»:;?!€·]\\S*)*";

    /** A command stays on its line, to be copied. */
    private static final Pattern UNIT = Pattern.compile("« \\./passerelle [^»]* »\\S*|" + WORD);

    private static final Pattern WORDS = Pattern.compile(WORD);

    /** What the lines that follow are aligned behind: an indent, with the name or the dash that stands there. */
    private static final Pattern HEAD = Pattern.compile(" +(\\S+(?: \\S+)* {2,}|- )?");

    private static final Pattern RULE = Pattern.compile("([=─═-])\\1*");
    private static final int DEEPEST = 30;
    private static final int DEEPER = 2;

    private TerminalLines() {}

    /** One line, on as many as a terminal needs. */
    public static List<String> of(String line) {
        return of(line, COLUMNS);
    }

    static List<String> of(String line, int columns) {
        if (line.length() <= columns) {
            return List.of(line);
        }
        if (RULE.matcher(line).matches()) {
            return List.of(line.substring(0, columns));
        }
        Matcher head = HEAD.matcher(line);
        boolean indented = head.lookingAt() && head.end() <= DEEPEST;
        return indented
                ? behind(head.group(), head.group(1) == null ? DEEPER : 0, line.substring(head.end()), columns)
                : fold(line, columns);
    }

    private static List<String> behind(String head, int deeper, String text, int columns) {
        String indent = " ".repeat(head.length() + deeper);
        List<String> lines = new ArrayList<>();
        for (String part : fold(text, columns - indent.length())) {
            lines.add((lines.isEmpty() ? head : indent) + part);
        }
        return lines;
    }

    /** How many columns a line needs for its longest word, behind what its other lines are aligned with. */
    static int least(String line) {
        int indent = line.length() - line.stripLeading().length();
        int longest =
                Arrays.stream(line.split(" ")).mapToInt(String::length).max().orElse(0);
        return indent == 0 ? longest : Math.min(line.length(), indent + DEEPER + longest);
    }

    /** A text on lines of so many characters; a word that is longer has one of its own. */
    private static List<String> fold(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        units(text, width).forEach(unit -> {
            if (!line.isEmpty() && line.length() + 1 + unit.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(unit);
        });
        lines.add(line.toString());
        return lines;
    }

    private static Stream<String> units(String text, int width) {
        return found(UNIT, text)
                .flatMap(unit -> unit.length() <= width ? Stream.of(unit) : found(WORDS, unit))
                .flatMap(unit -> unit.length() <= width ? Stream.of(unit) : Stream.of(unit.split(" ")));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    /** What people read: each line is as wide as a terminal. What machines read goes past it. */
    static final class TerminalWriter extends PrintWriter {

        TerminalWriter(PrintWriter out) {
            super(out, true);
        }

        @Override
        public void println(String text) {
            Stream<String> lines = text.isEmpty() ? Stream.of(text) : text.lines();
            lines.flatMap(line -> TerminalLines.of(line).stream()).forEach(super::println);
        }
    }
}
