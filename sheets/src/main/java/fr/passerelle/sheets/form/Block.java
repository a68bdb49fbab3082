package fr.passerelle.sheets.form;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;

/** A part of a document, in French, not escaped for any form. */
public sealed interface Block {

    /** Whether the annexes begin, or go on, with this title. */
    static boolean isAnnex(String heading) {
        return heading.startsWith(Textes.say("legal.annexe"));
    }

    /** A title of the second level, by the key of its text. */
    static Heading heading(String key) {
        return new Heading(2, Textes.say(key));
    }

    /** Sentences, by the key of their text. */
    static Paragraph paragraph(String key) {
        return paragraph(key, Map.of());
    }

    /** The same, with the arguments of their text. */
    static Paragraph paragraph(String key, Map<String, ?> arguments) {
        return new Paragraph(Textes.say(key, arguments));
    }

    /** A title; level 1 is the document's own. */
    record Heading(int level, String text) implements Block {

        /** As it stands in a document that holds its own. */
        Heading within() {
            return new Heading(level + 1, text);
        }
    }

    /** Sentences. */
    record Paragraph(String text) implements Block {}

    /** A list: its items in order. */
    record Items(List<String> texts) implements Block {

        public Items {
            texts = List.copyOf(texts);
        }
    }

    /**
     * A table: every row has as many cells as the header, and its first cell names it.
     *
     * @param figures first of its columns that tell numbers, which are its last ones; as many as it has where none does
     */
    record Grid(
            String caption,
            List<String> header,
            List<List<String>> rows,
            @JsonIgnore int figures) implements Block {

        public Grid {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** All of whose columns are texts. */
        public Grid(String caption, List<String> header, List<List<String>> rows) {
            this(caption, header, rows, header.size());
        }

        /** What stands in its place where it has no row. */
        String withoutRow() {
            return Textes.say("forme.cellule", Map.of("nom", caption, "valeur", Textes.say("rien")));
        }
    }
}
