package fr.passerelle.sources.mapping;

/**
 * A text that could not be read and counts as none, since the mapping says so.
 *
 * @param column its place in the schema
 * @param before the text, as it is in the file
 * @param after what is left of it
 */
public record IllegibleText(int column, String before, String after) {}
