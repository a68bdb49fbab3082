package fr.passerelle.sources.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The items of a cell that is a list. */
public final class Items {

    private Items() {}

    /** The items, stripped, without the empty ones and without repeats, in order. */
    public static List<String> of(String cell, String delimiter) {
        List<String> items = new ArrayList<>();
        for (String item : cell.split(Pattern.quote(delimiter), -1)) {
            String stripped = item.strip();
            if (!stripped.isEmpty() && !items.contains(stripped)) {
                items.add(stripped);
            }
        }
        return List.copyOf(items);
    }
}
