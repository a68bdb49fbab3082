package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.RawRow;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Check boxes that have met the columns of a file.
 *
 * @param boxes each gives its item, or the empty text
 * @param delimiter between two items
 */
@SuppressWarnings("ArrayRecordComponent") // looked through for each record
record BoundBoxes(BoundText[] boxes, String delimiter) implements BoundCell {

    @Override
    public @Nullable String of(RawRow record) {
        return Arrays.stream(boxes).anyMatch(box -> box.of(record) == null) ? null : rest(record);
    }

    @Override
    public String rest(RawRow record) {
        return joined(box -> box.rest(record));
    }

    @Override
    public Step failing(RawRow record) {
        return Arrays.stream(boxes)
                .filter(box -> box.of(record) == null)
                .findFirst()
                .orElseThrow()
                .failing(record);
    }

    @Override
    public String raw(RawRow record) {
        return joined(box -> box.raw(record));
    }

    @Override
    public boolean isOnly(int place) {
        return boxes.length == 1 && boxes[0].isOnly(place);
    }

    private String joined(Function<BoundText, String> text) {
        return Arrays.stream(boxes)
                .map(text)
                .filter(item -> !item.isEmpty())
                .distinct()
                .collect(Collectors.joining(delimiter));
    }
}
