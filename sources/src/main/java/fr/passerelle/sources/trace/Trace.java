package fr.passerelle.sources.trace;

/**
 * Which reject a row corrects.
 *
 * @param runNo run that refused the row
 * @param table name of the table that it was meant for
 * @param source name of the source
 * @param line line of the source
 * @param ordinal place among the rows that this line gives, from 0
 */
public record Trace(long runNo, String table, String source, long line, int ordinal) {}
