package fr.passerelle.schemas.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where something begins in a text.
 *
 * @param line from 1; 0 where it is the whole text
 * @param column from 1; 0 where it is the whole text
 */
record LineColumn(int line, int column) {

    static final LineColumn WHOLE_TEXT = new LineColumn(0, 0);

    /** The start where the parser knows of no other. */
    static LineColumn of(Optional<Mark> mark) {
        return mark.map(found -> new LineColumn(found.getLine() + 1, found.getColumn() + 1))
                .orElse(new LineColumn(1, 1));
    }
}
