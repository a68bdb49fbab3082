package fr.passerelle.console.map;

/**
 * The name of a place on a drawing.
 *
 * @param x where its anchor is
 * @param y its base line
 * @param anchor as SVG's text-anchor has it: start, middle or end
 * @param main whether a telephone shows it too, where letters are large and few names have room
 */
public record PlaceName(String text, int x, int y, String anchor, boolean main) {}
