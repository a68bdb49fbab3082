package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.Glob;
import java.util.List;
import java.util.Map;

/**
 * What a mapping says of itself: its source, its table and its files.
 *
 * @param name of the source: lower-case letters, digits and dashes
 * @param table that its rows go to
 * @param title empty for none
 * @param origin free texts, by their key
 * @param files forms of the names of its files
 */
public record MappingDescription(
        String name, String table, String title, Map<String, String> origin, List<Glob> files) {

    /** Of files that need no mapping. */
    static final MappingDescription NOTHING = new MappingDescription("", "", "", Map.of(), List.of());
}
