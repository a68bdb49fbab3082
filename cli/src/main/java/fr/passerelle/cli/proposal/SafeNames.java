package fr.passerelle.cli.proposal;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.person.SafeWords;
import fr.passerelle.schemas.text.PlainText;
import java.util.Collections;
import java.util.List;

/** How a proposal names columns and files, without a word that may be somebody's name. */
final class SafeNames {

    private static final int LONGEST = 60;

    private SafeNames() {}

    /** A column by its header where that is made of known words and is its alone, else by its place: {@code #3}. */
    static String column(List<String> headers, int place) {
        String header = headers.get(place);
        boolean plain = !header.isEmpty() && !header.matches(".*[*?\\p{Cntrl}].*|.*#[0-9]+");
        boolean alone = Collections.frequency(headers, header) == 1;
        return quoted(plain && alone && SafeWords.areSafe(header) ? header : "#" + (place + 1));
    }

    /** A text as YAML. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The id of a source, from the name of its file. */
    static String source(String fileName) {
        String stem = fileName.replaceFirst("\\.[^.]*$", "");
        String known = SafeWords.show(stem).replace(PersonMask.BLOT, " ");
        String slug = PlainText.words(known).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("-+$", "");
        return cut.isEmpty() ? "source" : cut;
    }

    /** The form of the names of its files: numbers change from one file to the next. */
    static String files(String fileName) {
        if (SafeWords.areSafe(fileName) && !fileName.matches(".*[/\\\\\\[\\]{}\\p{Cntrl}].*")) {
            return fileName.replaceAll("[0-9]+", "*");
        }
        String end = fileName.replaceFirst("^.*\\.", "");
        return end.matches("[A-Za-z]{2,4}") && !end.equals(fileName) ? "*." + end : "*";
    }
}
