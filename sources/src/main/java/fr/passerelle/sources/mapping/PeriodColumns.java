package fr.passerelle.sources.mapping;

import java.util.List;

/** Places of the columns of the table that tell a period. */
record PeriodColumns(int start, int end, int grain) {

    static final List<String> NAMES = List.of("periode_debut", "periode_fin", "grain");

    static PeriodColumns of(List<String> header) {
        return new PeriodColumns(
                header.indexOf(NAMES.get(0)), header.indexOf(NAMES.get(1)), header.indexOf(NAMES.get(2)));
    }

    void fill(String[] row, String from, String to, String length) {
        row[start] = from;
        row[end] = to;
        row[grain] = length;
    }
}
