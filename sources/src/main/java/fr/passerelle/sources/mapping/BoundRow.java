package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.RawRow;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of all columns that have met the columns of a file: arrays only, nothing is looked up for a record.
 *
 * @param header columns of the table
 * @param constants what every row begins with, by column of the table
 * @param columns of the table that are made of a record
 * @param texts how, for each of them
 * @param lenient those of them whose text counts as none where it cannot be read
 */
@SuppressWarnings("ArrayRecordComponent") // looked through for each record
record BoundRow(List<String> header, String[] constants, int[] columns, BoundCell[] texts, BitSet lenient) {
    /** Fills a row, with raw texts where a formula cannot be followed; answers the first such formula, null for none. */
    Binding.MappedRecord.@Nullable Refused fill(String[] row, RawRow record) {
        int failed = -1;
        for (int i = 0; i < texts.length; i++) {
            String text = text(i, record);
            if (text == null) {
                failed = failed < 0 ? i : failed;
                text = texts[i].raw(record);
            }
            row[columns[i]] = text;
        }
        return failed < 0 ? null : refused(row, failed, record);
    }

    /** The texts of a record that count as none, or as less than they say, since they cannot be read. */
    List<Binding.MappedRecord.IllegibleText> illegible(RawRow record) {
        return lenient.stream()
                .filter(i -> texts[i].of(record) == null)
                .mapToObj(i ->
                        new Binding.MappedRecord.IllegibleText(columns[i], texts[i].raw(record), texts[i].rest(record)))
                .toList();
    }

    /** The column that a cell alone makes; null where it makes none, or several. */
    @Nullable
    String column(int place) {
        int[] made = IntStream.range(0, texts.length)
                .filter(i -> texts[i].isOnly(place))
                .toArray();
        return made.length == 1 ? header.get(columns[made[0]]) : null;
    }

    private @Nullable String text(int i, RawRow record) {
        String text = texts[i].of(record);
        return text == null && lenient.get(i) ? texts[i].rest(record) : text;
    }

    private String[] sure(String[] row, RawRow record) {
        String[] sure = row.clone();
        for (int i = 0; i < texts.length; i++) {
            if (text(i, record) == null) {
                sure[columns[i]] = "";
            }
        }
        return sure;
    }

    private Binding.MappedRecord.Refused refused(String[] row, int failed, RawRow record) {
        Step step = texts[failed].failing(record);
        String column = header.get(columns[failed]);
        String message = "Colonne « %s » : %s.".formatted(column, step.complaint());
        return new Binding.MappedRecord.Refused(column, step.reason(), message, row, sure(row, record));
    }

    /** What makes the text of a column of the table out of a record. */
    interface BoundCell {
        /** The text of a record; null where {@link #failing} tells why there is none. */
        @Nullable
        String of(RawRow record);

        /** What is left of a record of which there is no text, where what cannot be read counts as none. */
        String rest(RawRow record);

        Step failing(RawRow record);

        /** The text before any step. */
        String raw(RawRow record);

        /** Whether this cell, and no other, makes it. */
        boolean isOnly(int place);
    }

    /** A formula that has met the columns of a file: none of its places where the file lacks the column. */
    @SuppressWarnings("ArrayRecordComponent") // looked through for each record
    record BoundText(int[] places, String glue, Step[] steps, Blanks blanks) implements BoundCell {
        @Override
        public @Nullable String of(RawRow record) {
            String text = raw(record);
            for (Step step : steps) {
                text = step.apply(text);
                if (text == null) {
                    return null;
                }
            }
            return text;
        }

        @Override
        public String rest(RawRow record) {
            String text = raw(record);
            for (Step step : steps) {
                String after = step.apply(text);
                text = after == null ? step.rest(text) : after;
            }
            return text;
        }

        @Override
        public Step failing(RawRow record) {
            String text = raw(record);
            for (Step step : steps) {
                String after = step.apply(text);
                if (after == null) {
                    return step;
                }
                text = after;
            }
            throw new IllegalStateException("Every step of this record can be done");
        }

        @Override
        public String raw(RawRow record) {
            return switch (places.length) {
                case 0 -> "";
                case 1 -> cell(record, places[0]);
                default -> joined(record);
            };
        }

        @Override
        public boolean isOnly(int place) {
            return places.length == 1 && places[0] == place;
        }

        private String joined(RawRow record) {
            StringBuilder joined = new StringBuilder();
            for (int place : places) {
                String text = cell(record, place);
                if (!text.isEmpty()) {
                    joined.append(joined.isEmpty() ? "" : glue).append(text);
                }
            }
            return joined.toString();
        }

        private String cell(RawRow record, int place) {
            return blanks.without(record.text(place));
        }
    }

    /** Check boxes that have met the columns of a file: each gives its item, or the empty text. */
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

    /** Texts that mean that there is nothing, beside the empty one. */
    @SuppressWarnings("ArrayRecordComponent") // looked through for each cell
    record Blanks(String[] texts) {
        /** The text, or the empty one where it means that there is nothing. */
        String without(String text) {
            for (String blank : texts) {
                if (blank.equals(text)) {
                    return "";
                }
            }
            return text;
        }
    }
}
