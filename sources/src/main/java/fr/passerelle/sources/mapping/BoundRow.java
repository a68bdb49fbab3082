package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.RawRow;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of all columns that have met the columns of a file: arrays only, nothing is looked up for a record.
 *
 * @param header columns of the table
 * @param constants what every row begins with, by column of the table
 * @param columns of the table that are made of a record, and how
 * @param lenient those of them whose text counts as none where it cannot be read
 */
@SuppressWarnings("ArrayRecordComponent") // looked through for each record
record BoundRow(List<String> header, String[] constants, BoundColumn[] columns, BoundColumn[] lenient) {
    /** Fills a row, with raw texts where a formula cannot be followed; answers the first such formula, null for none. */
    Binding.MappedRecord.@Nullable Refused fill(String[] row, RawRow record) {
        BoundColumn failed = null;
        for (BoundColumn column : columns) {
            String text = column.text(record);
            if (text == null) {
                failed = failed == null ? column : failed;
                text = column.raw(record);
            }
            row[column.place()] = text;
        }
        return failed == null ? null : refused(row, failed, record);
    }

    /** The texts of a record that count as none, or as less than they say, since they cannot be read. */
    List<Binding.MappedRecord.IllegibleText> illegible(RawRow record) {
        return Arrays.stream(lenient)
                .filter(column -> column.of(record) == null)
                .map(column ->
                        new Binding.MappedRecord.IllegibleText(column.place(), column.raw(record), column.rest(record)))
                .toList();
    }

    /** The column that a cell alone makes; null where it makes none, or several. */
    @Nullable
    String column(int place) {
        List<BoundColumn> made = Arrays.stream(columns)
                .filter(column -> column.parts().length == 1 && column.parts()[0].isOnly(place))
                .toList();
        return made.size() == 1 ? header.get(made.getFirst().place()) : null;
    }

    private Binding.MappedRecord.Refused refused(String[] row, BoundColumn failed, RawRow record) {
        String[] sure = row.clone();
        for (BoundColumn column : columns) {
            if (column.text(record) == null) {
                sure[column.place()] = "";
            }
        }
        Step step = failed.failing(record);
        String name = header.get(failed.place());
        String message = "Colonne « %s » : %s.".formatted(name, step.complaint());
        return new Binding.MappedRecord.Refused(name, step.reason(), message, row, sure);
    }

    /**
     * What makes the text of a column of the table out of a record.
     *
     * @param parts its text; or check boxes, of which each gives its item, or the empty text
     * @param delimiter between two items
     */
    @SuppressWarnings("ArrayRecordComponent") // looked through for each record
    record BoundColumn(int place, BoundText[] parts, String delimiter, boolean lenient) {
        /** The text of a record, where lenient what is left of it; null where {@link #failing} tells why there is none. */
        @Nullable
        String text(RawRow record) {
            String text = of(record);
            return text == null && lenient ? rest(record) : text;
        }

        /** The text of a record; null where {@link #failing} tells why there is none. */
        @Nullable
        String of(RawRow record) {
            if (parts.length == 1) {
                return parts[0].of(record);
            }
            return Arrays.stream(parts).anyMatch(part -> part.of(record) == null) ? null : rest(record);
        }

        /** What is left of a record of which there is no text, where what cannot be read counts as none. */
        String rest(RawRow record) {
            return joined(part -> part.rest(record));
        }

        /** The text before any step. */
        String raw(RawRow record) {
            return joined(part -> part.raw(record));
        }

        Step failing(RawRow record) {
            return Arrays.stream(parts)
                    .filter(part -> part.of(record) == null)
                    .findFirst()
                    .orElseThrow()
                    .failing(record);
        }

        private String joined(Function<BoundText, String> text) {
            return Arrays.stream(parts)
                    .map(text)
                    .filter(item -> !item.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(delimiter));
        }
    }

    /** A formula that has met the columns of a file: none of its places where the file lacks the column. */
    @SuppressWarnings("ArrayRecordComponent") // looked through for each record
    record BoundText(int[] places, String glue, Step[] steps, Blanks blanks) {
        @Nullable
        String of(RawRow record) {
            String text = raw(record);
            for (Step step : steps) {
                text = step.action().apply(text);
                if (text == null) {
                    return null;
                }
            }
            return text;
        }

        String rest(RawRow record) {
            String text = raw(record);
            for (Step step : steps) {
                String after = step.action().apply(text);
                text = after == null ? step.remainder().apply(text) : after;
            }
            return text;
        }

        Step failing(RawRow record) {
            String text = raw(record);
            for (Step step : steps) {
                String after = step.action().apply(text);
                if (after == null) {
                    return step;
                }
                text = after;
            }
            throw new IllegalStateException("Every step of this record can be done");
        }

        String raw(RawRow record) {
            return switch (places.length) {
                case 0 -> "";
                case 1 -> cell(record, places[0]);
                default -> joined(record);
            };
        }

        /** Whether this cell, and no other, makes it. */
        boolean isOnly(int place) {
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
