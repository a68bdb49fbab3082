package fr.passerelle.published.reject;

/**
 * A correction as the database keeps it, both texts masked.
 *
 * @param source name of the source
 * @param line line of the source, from 1
 * @param ordinal place among the rows that this line gives, from 0
 * @param table table of the row
 * @param code stable code of the repair
 */
public record KeptCorrection(
        long runNo,
        String source,
        long line,
        int ordinal,
        String table,
        String column,
        String code,
        String before,
        String after) {}
