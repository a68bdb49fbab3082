package fr.passerelle.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * Gives names a place where they cover neither one another nor what is to stay free. Those asked for first have the choice, above,
 * below, right or left of their point; those that have no room have no place.
 */
public final class NameLayout {

    /** Of the size of the letters, on the safe side for the fonts that screens have. */
    private static final double LETTER = 0.6;

    private static final double ASCENT = 0.93;
    private static final double DESCENT = 0.25;
    private static final int APART = 10;

    private final Envelope drawing;
    private final int font;
    private final int largeFont;
    private final List<Envelope> free = new ArrayList<>();

    /**
     * A name that asks for a place.
     *
     * @param x of the point that it names
     * @param y of that point
     */
    record Asked(String text, int x, int y) {}

    /** On this drawing, with letters of one size on a screen and of another on a telephone, in pixels of the drawing. */
    NameLayout(PixelGrid drawing, int font, int largeFont) {
        this.drawing = new Envelope(0, drawing.width(), 0, drawing.height());
        this.font = font;
        this.largeFont = largeFont;
    }

    /** Lets no name come nearer to a point than this. */
    void keepFree(int x, int y, int radius) {
        free.add(new Envelope(x - radius, x + radius, y - radius, y + radius));
    }

    /** First those that have room in large letters, then those that have room in between on a screen. */
    List<PlaceName> placed(List<Asked> names) {
        List<PlaceName> placed = new ArrayList<>();
        names.forEach(name -> place(name, largeFont, true, placed).ifPresent(placed::add));
        names.stream()
                .filter(name -> placed.stream().noneMatch(other -> other.text().equals(name.text())))
                .toList()
                .forEach(name -> place(name, font, false, placed).ifPresent(placed::add));
        return List.copyOf(placed);
    }

    private Optional<PlaceName> place(Asked name, int size, boolean main, List<PlaceName> others) {
        return around(name, size, main)
                .filter(one -> drawing.contains(box(one, size)))
                .filter(one -> free.stream().noneMatch(box(one, size)::intersects))
                .filter(one -> others.stream().noneMatch(other -> box(one, size).intersects(box(other, size))))
                .findFirst();
    }

    private static Stream<PlaceName> around(Asked name, int size, boolean main) {
        int below = (int) Math.round(APART + ASCENT * size);
        int beside = (int) Math.round((ASCENT - DESCENT) / 2 * size);
        return Stream.of(
                new PlaceName(name.text(), name.x(), name.y() - APART, "middle", main),
                new PlaceName(name.text(), name.x(), name.y() + below, "middle", main),
                new PlaceName(name.text(), name.x() + APART, name.y() + beside, "start", main),
                new PlaceName(name.text(), name.x() - APART, name.y() + beside, "end", main));
    }

    private static Envelope box(PlaceName name, int size) {
        double width = name.text().length() * LETTER * size;
        double left = switch (name.anchor()) {
            case "start" -> name.x();
            case "end" -> name.x() - width;
            default -> name.x() - width / 2;
        };
        return new Envelope(left, left + width, name.y() - ASCENT * size, name.y() + DESCENT * size);
    }
}
