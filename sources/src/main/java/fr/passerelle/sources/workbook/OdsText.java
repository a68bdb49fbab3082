package fr.passerelle.sources.workbook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text in a cell of an {@code .ods}: its paragraphs, a line each, where spaces in a row are written as elements. */
final class OdsText {

    /** Notes and reading aids are no part of a cell. */
    private static final Set<String> ASIDE = Set.of("annotation", "annotation-end", "note", "ruby-text");

    private final StringBuilder text = new StringBuilder();

    /** Whether the next white space adds nothing: it stands at the start of a paragraph, or after another one. */
    private boolean afterSpace;

    private OdsText() {}

    /** From the start of a cell to its end. */
    static String of(Xml xml) {
        OdsText held = new OdsText();
        boolean first = true;
        while (xml.next() && !xml.ends()) {
            if (xml.starts("p")) {
                held.append(first ? "" : "\n", 1);
                held.paragraph(xml);
                first = false;
            } else if (xml.starts()) {
                xml.skip();
            }
        }
        return held.text.toString();
    }

    private void paragraph(Xml xml) {
        afterSpace = true;
        int depth = 1;
        while (depth > 0 && xml.next()) {
            if (xml.ends()) {
                depth--;
            } else if (!xml.starts()) {
                characters(xml);
            } else if (ASIDE.contains(xml.name())) {
                xml.skip();
            } else {
                depth++;
                element(xml);
            }
        }
    }

    private void element(Xml xml) {
        switch (xml.name()) {
            case "s" -> append(" ", count(xml.anyAttribute("c")));
            case "tab" -> append("\t", 1);
            case "line-break" -> append("\n", 1);
            default -> {
                // Its text is looked at as it comes.
            }
        }
    }

    private static int count(@Nullable String written) {
        return written == null ? 1 : written.matches("\\d{1,6}") ? Integer.parseInt(written) : RichText.ROOM;
    }

    private void append(String what, int times) {
        text.repeat(what, Math.clamp(times, 0, Math.max(0, RichText.ROOM - text.length())));
        afterSpace = false;
    }

    private void characters(Xml xml) {
        int to = text.length();
        xml.appendText(text, RichText.ROOM);
        for (int from = to; from < text.length(); from++) {
            char c = text.charAt(from);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!space || !afterSpace) {
                text.setCharAt(to++, space ? ' ' : c);
            }
            afterSpace = space;
        }
        text.setLength(to);
    }
}
