package fr.passerelle.console.bareme;

import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The sheet of the algorithm, read from the Markdown in which it is published: titles, paragraphs, lists and tables, which is all that it
 * holds. Bold and code lose their marks.
 */
final class SheetMarkdown {

    private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern RULE = Pattern.compile("\\|[ :|-]+\\|");
    private static final Pattern MARKS = Pattern.compile("\\*\\*|`");
    /** Begins a line in which an item of a list goes on. */
    private static final String INDENT = "  ";

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> gathered = new ArrayList<>();
    private String title = "";
    private String section = "";

    private SheetMarkdown() {}

    /** The document that it writes: its first title is the document's own. */
    static Document read(String markdown) {
        SheetMarkdown sheet = new SheetMarkdown();
        markdown.lines().forEach(sheet::take);
        sheet.end();
        return new Document(sheet.title, sheet.blocks);
    }

    private void take(String line) {
        if (line.startsWith("#")) {
            end();
            section = plain(line.replaceFirst("#+ *", ""));
            entitle();
        } else if (line.isBlank()) {
            end();
        } else if (line.startsWith(INDENT) && !gathered.isEmpty()) {
            gathered.add(gathered.removeLast() + " " + line.strip());
        } else {
            gathered.add(line);
        }
    }

    private void entitle() {
        if (title.isEmpty()) {
            title = section;
        } else {
            blocks.add(new Block.Heading(2, section));
        }
    }

    private void end() {
        if (gathered.isEmpty()) {
            return;
        }
        if (gathered.getFirst().startsWith("|")) {
            blocks.add(table());
        } else if (gathered.getFirst().startsWith("- ")) {
            blocks.add(new Block.Items(gathered.stream()
                    .map(item -> plain(item.replaceFirst("- ", "")))
                    .toList()));
        } else {
            blocks.add(new Block.Paragraph(plain(String.join(" ", gathered))));
        }
        gathered.clear();
    }

    private Block table() {
        List<List<String>> rows = gathered.stream()
                .filter(line -> !RULE.matcher(line).matches())
                .map(SheetMarkdown::cells)
                .toList();
        return new Block.Grid(section, rows.getFirst(), rows.subList(1, rows.size()));
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.length() - 1);
        return Arrays.stream(CELLS.split(inner, -1))
                .map(cell -> plain(cell.replace("\\|", "|")))
                .toList();
    }

    private static String plain(String text) {
        return MARKS.matcher(text).replaceAll("").strip();
    }
}
