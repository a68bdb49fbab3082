package fr.passerelle.console.bareme;

import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The sheet of the algorithm, read from the Markdown in which it is published: titles, paragraphs, lists and tables with blank lines
 * between, which is all that it holds. Bold and code lose their marks.
 */
final class SheetMarkdown {

    private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern RULE = Pattern.compile("\\|[ :|-]+\\|");
    private static final Pattern MARKS = Pattern.compile("\\*\\*|`");

    private SheetMarkdown() {}

    /** The document that it writes: its first title is the document's own. */
    static Document read(String markdown) {
        List<Block> blocks = new ArrayList<>();
        String title = "";
        String section = "";
        for (String part : markdown.strip().split("\\n\\s*\\n", -1)) {
            if (!part.startsWith("#")) {
                blocks.add(block(part, section));
                continue;
            }
            section = plain(part.replaceFirst("#+", ""));
            if (title.isEmpty()) {
                title = section;
            } else {
                blocks.add(new Block.Heading(2, section));
            }
        }
        return new Document(title, blocks);
    }

    private static Block block(String part, String section) {
        if (part.startsWith("|")) {
            List<List<String>> rows = part.lines()
                    .filter(line -> !RULE.matcher(line).matches())
                    .map(SheetMarkdown::cells)
                    .toList();
            return new Block.Grid(section, rows.getFirst(), rows.subList(1, rows.size()));
        }
        return part.startsWith("- ")
                ? new Block.Items(Arrays.stream(part.substring(2).split("\\n- ", -1))
                        .map(SheetMarkdown::plain)
                        .toList())
                : new Block.Paragraph(plain(part));
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.length() - 1);
        return Arrays.stream(CELLS.split(inner, -1))
                .map(cell -> plain(cell.replace("\\|", "|")))
                .toList();
    }

    private static String plain(String text) {
        return MARKS.matcher(text).replaceAll("").replaceAll("\\s*\\n\\s*", " ").strip();
    }
}
